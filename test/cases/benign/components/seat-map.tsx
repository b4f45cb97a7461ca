'use client';

import { useReducer } from 'react';

type Action = { type: 'toggle'; seat: string } | { type: 'clear' };

const chosen = new Map<string, number>();
let renders = 0;

function reduce(seats: string[], action: Action): string[] {
  switch (action.type) {
    case 'toggle':
      chosen.set(action.seat, (chosen.get(action.seat) ?? 0) + 1);
      return seats.includes(action.seat) ? seats.filter((seat) => seat !== action.seat) : [...seats, action.seat];
    case 'clear':
      chosen.clear();
      return [];
  }
}

export function SeatMap({ seats }: { seats: string[] }) {
  const [selected, dispatch] = useReducer(reduce, []);
  renders += 1;
  return (
    <ul data-renders={renders}>
      {seats.map((seat) => (
        <li key={seat} aria-selected={selected.includes(seat)} onClick={() => dispatch({ type: 'toggle', seat })}>
          {seat}
        </li>
      ))}
    </ul>
  );
}
