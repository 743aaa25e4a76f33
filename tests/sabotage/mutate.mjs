// One mutant's text from the file it is made of: an edit that fits in one place, or a step taken out of a process.

export function mutate(mutant, text) {
  return mutant.removeStep === undefined ? edited(mutant, text) : `${JSON.stringify(without(JSON.parse(text), mutant), null, 2)}\n`;
}

function edited({ file, find, replace }, text) {
  const parts = text.split(find);
  if (parts.length !== 2) {
    throw new Error(`${file}: '${find}' stands there ${parts.length - 1} times`);
  }

  return parts.join(replace);
}

/** The step is taken out, what led to it leads on to what follows by one of its ways, and what nothing leads to any more goes too. */
function without(definition, { removeStep, goingOnBy }) {
  const flow = definition.root;
  const next = flow.connections.find(x => x.source.activity === removeStep && x.source.port === goingOnBy).target;
  flow.connections = flow.connections.filter(x => x.source.activity !== removeStep).map(x => (x.target.activity === removeStep ? { ...x, target: next } : x));
  flow.activities = flow.activities.filter(x => x.id !== removeStep);
  for (let before = -1; before !== flow.activities.length;) {
    before = flow.activities.length;
    const reached = new Set(flow.connections.map(x => x.target.activity));
    flow.activities = flow.activities.filter((x, i) => i === 0 || reached.has(x.id) || x.customProperties?.canStartWorkflow === true);
    const left = new Set(flow.activities.map(x => x.id));
    flow.connections = flow.connections.filter(x => left.has(x.source.activity));
  }

  return definition;
}
