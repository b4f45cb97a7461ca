import { queryRoles } from './database';

const rolesByFleet = new Map<string, Map<string, string[]>>();

export async function rolesOf(fleet: string, ship: string): Promise<string[]> {
  const known = rolesByFleet.get(fleet);
  if (known && known.has(ship)) return known.get(ship)!;
  const roles = await queryRoles(fleet, ship);
  if (!rolesByFleet.has(fleet)) rolesByFleet.set(fleet, new Map());
  rolesByFleet.get(fleet)!.set(ship, roles);
  return roles;
}

export function forgetFleet(fleet: string): void {
  rolesByFleet.delete(fleet);
}
