import { Server, type Connection } from 'partyserver';

interface Sighting {
  readonly boat: string;
  readonly at: number;
}

// One room of the runtime, and no second instance beside it.
export class RegattaRoom extends Server<Env> {
  sightings = new Map<string, Sighting>();

  onMessage(connection: Connection, message: string): void {
    const sighting: Sighting = JSON.parse(message);
    this.sightings.set(sighting.boat, sighting);
    connection.send(JSON.stringify(this.sightings.get(sighting.boat)));
  }
}
