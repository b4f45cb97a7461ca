interface Line {
  sku: string;
  count: number;
}

function createBasket() {
  let lines = $state<Line[]>([]);
  let note = $state('');
  return {
    get lines() {
      return lines;
    },
    get note() {
      return note;
    },
    add(line: Line) {
      lines = [...lines, line];
    },
    annotate(text: string) {
      note = text;
    },
  };
}

export const basket = createBasket();
