//! Layout and export, and what Typst says when it cannot.

use super::world::World;
use super::{Pdf, Sheet};
use crate::diagnostic::{Diagnostic, codes};
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst::{World as _, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// What the file keeps to: ISO 14289-1, for those who use a screen reader, and
/// ISO 19005-2 level A, for archives, which take no document without a date.
fn standards(sheet: &Sheet) -> &'static [PdfStandard] {
    if sheet.is_dated { &[PdfStandard::Ua_1, PdfStandard::A_2a] } else { &[PdfStandard::Ua_1] }
}

/// Sets the document of `world`.
pub(super) fn pdf(world: &World, sheet: &Sheet) -> Result<Pdf, Box<Diagnostic>> {
    let Warned { output, .. } = typst::compile::<PagedDocument>(world);
    let document = output.map_err(|found| Box::new(told(world, &found)))?;
    let standards = PdfStandards::new(standards(sheet))
        .map_err(|fault| Diagnostic::error(codes::TYPESETTING, fault.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(sheet.ident.clone()),
        creator: Smart::Custom(Some("Pledgebook".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let bytes =
        typst_pdf::pdf(&document, &options).map_err(|found| Box::new(told(world, &found)))?;
    Ok(Pdf { bytes, pages: document.pages().len() })
}

/// The first fault, and the others as notes: they mostly follow from it.
fn told(world: &World, found: &[SourceDiagnostic]) -> Diagnostic {
    let mut faults = found.iter().map(|one| fault(world, one));
    let first = faults.next().unwrap_or_else(|| "no reason was given".to_owned());
    let first = format!("the document cannot be set: {first}");
    faults.take(3).fold(Diagnostic::error(codes::TYPESETTING, first), Diagnostic::note)
}

fn fault(world: &World, found: &SourceDiagnostic) -> String {
    let place = found.span.id().map(|file| {
        let line = world.source(file).ok().and_then(|source| {
            let range = world.range(found.span)?;
            Some(source.text().get(..range.start)?.matches('\n').count() + 1)
        });
        let path = file.vpath().get_with_slash().replacen("/theme/", "print/", 1);
        line.map_or_else(|| format!(" ({path})"), |line| format!(" ({path}, line {line})"))
    });
    format!("{}{}", found.message, place.unwrap_or_default())
}
