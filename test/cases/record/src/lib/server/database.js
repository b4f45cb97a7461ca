const db = new Map(); // flag: no-memory-record

export function getRecipes(userId) {
  if (!db.get(userId)) {
    db.set(userId, [{ id: crypto.randomUUID(), title: 'Pancakes', cooked: false }]);
  }
  return db.get(userId);
}

export function addRecipe(userId, title) {
  db.get(userId).push({ id: crypto.randomUUID(), title, cooked: false });
}

export function removeRecipe(userId, id) {
  const recipes = db.get(userId);
  const index = recipes.findIndex((recipe) => recipe.id === id);
  if (index !== -1) recipes.splice(index, 1);
}
