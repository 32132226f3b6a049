import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF of each file named on standard input whether it keeps each of the standards given. */
class Check {
    private static long asked = 0;
    private static int broken = 0;

    public static void main(String[] standards) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files;
        try (var input = new BufferedReader(new InputStreamReader(System.in))) {
            files = input.lines().collect(Collectors.toList());
        }
        for (String file : files) {
            for (String standard : standards) {
                ask(new File(file), PDFAFlavour.fromString(standard));
            }
        }
        System.out.printf(
                "%d PDFs, %,d checks of %s, %d rules not kept%n",
                files.size(), asked, String.join(" and ", standards), broken);
        System.exit(broken == 0 && !files.isEmpty() ? 0 : 1);
    }

    private static void ask(File file, PDFAFlavour standard) {
        try (var parser = Foundries.defaultInstance().createParser(file, standard)) {
            var judge = Foundries.defaultInstance().createValidator(standard, false);
            var answer = judge.validate(parser);
            asked += answer.getTotalAssertions();
            var rules = new TreeSet<String>();
            for (TestAssertion told : answer.getTestAssertions()) {
                if (told.getStatus() == TestAssertion.Status.FAILED) {
                    var rule = told.getRuleId();
                    rules.add(rule.getClause() + "-" + rule.getTestNumber() + " " + told.getMessage());
                }
            }
            rules.forEach(rule -> tell(file, standard, rule));
            if (rules.isEmpty() && !answer.isCompliant()) {
                tell(file, standard, "not compliant");
            }
        } catch (Exception | LinkageError fault) {
            tell(file, standard, fault.toString());
        }
    }

    private static void tell(File file, PDFAFlavour standard, String what) {
        broken++;
        System.out.printf("%s: %s: %s%n", file, standard, what);
    }
}
