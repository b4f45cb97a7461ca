export interface Plant {
  id: string;
  name: string;
  watered?: string;
}

const garden = {
  plants: {} as Record<string, Plant>, // flag: no-memory-record

  async all(): Promise<Plant[]> {
    return Object.values(this.plants).sort((a, b) => a.name.localeCompare(b.name));
  },

  async add(name: string): Promise<Plant> {
    const plant = { id: Math.random().toString(36).slice(2), name };
    this.plants[plant.id] = plant;
    return plant;
  },

  async water(id: string, on: string): Promise<void> {
    const plant = this.plants[id];
    if (plant) plant.watered = on;
  },
};

export const listPlants = () => garden.all();
export const addPlant = (name: string) => garden.add(name);
export const waterPlant = (id: string, on: string) => garden.water(id, on);
