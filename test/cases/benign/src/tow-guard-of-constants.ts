import { tow } from './tugs';

const heavyShips = new Map<string, number>([['container', 3]]);

const makeGuard = (tugs: Map<string, number>) => ({
  tugsFor: (ship: string) => tugs.get(ship) ?? 1,
});

const guard = makeGuard(heavyShips);

export const handler = async (event: { ship: string }) => {
  await tow(event.ship, guard.tugsFor(event.ship));
  return { given: 'tow' };
};
