const shelves = { fiction: 'A', history: 'B', travel: 'C' };

function main(params) {
  return { body: { shelf: shelves[params.subject] } };
}
