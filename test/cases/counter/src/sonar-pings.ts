// A number in the same place counts.
class Sonar {
  private pings = 0; // flag: no-memory-counter

  ping(): { allowed: boolean } {
    this.pings += 1;
    return { allowed: this.pings <= 100 };
  }
}

export const sonar = new Sonar();
