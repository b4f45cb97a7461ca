import { printPicture } from './printer';

class PictureOrders {
  private readonly printed = new Set<string>(); // flag: no-memory-dedup

  async print(order: string, picture: Buffer): Promise<void> {
    if (this.printed.has(order)) return;
    await printPicture(picture);
    this.printed.add(order);
  }
}

export const pictureOrders = new PictureOrders();
