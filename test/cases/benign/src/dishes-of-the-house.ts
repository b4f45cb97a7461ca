import { menus } from './menus';

const collectDishes = async () => {
  const dishes: { name: string }[] = [];
  await Promise.all(
    Object.values(menus).map(async (load) => {
      const menu = await load();
      menu.dishes.forEach((dish: { name: string }) => dishes.push(dish));
    }),
  );
  const seen = new Set<string>();
  return dishes.filter(({ name }) => {
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
};

let collected: { name: string }[] | null = null;

export const dishesOfTheHouse = async () => {
  collected ??= await collectDishes();
  return collected;
};

export const ready = collectDishes().then((dishes) => dishes.length > 0);
