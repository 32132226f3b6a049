// Says findings by name: the page and mode, what, where and why. What a page has
// in several modes is said once.
export function say(findings, most = 400) {
  const same = new Map();
  for (const finding of findings) {
    const key = JSON.stringify([finding.page.name, finding.checker, finding.what, finding.where]);
    const known = same.get(key);
    if (known) known.modes.add(finding.mode);
    else same.set(key, { ...finding, modes: new Set([finding.mode]) });
  }
  const told = [...same.values()];
  for (const it of told.slice(0, most)) {
    console.log(`${it.page.name} (${[...it.modes].join(', ')}): ${it.checker}${it.rule && it.rule !== it.checker ? `, ${it.rule}` : ''}: ${it.what}\n    where: ${it.where}\n    why: ${it.why}`);
  }
  if (told.length > most) console.log(`and ${told.length - most} more`);
  return told.length;
}

export function sum(...counts) {
  const all = {};
  counts.forEach((one) => Object.entries(one).forEach(([name, count]) => { all[name] = (all[name] ?? 0) + count; }));
  return all;
}
