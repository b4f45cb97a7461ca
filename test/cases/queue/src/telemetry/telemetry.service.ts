import { Injectable } from '@nestjs/common';
import { InfluxDB, Point } from '@influxdata/influxdb-client';

@Injectable()
export class TelemetryService {
  private readonly influx = new InfluxDB({ url: process.env.INFLUX_URL!, token: process.env.INFLUX_TOKEN });
  private points: Point[] = []; // flag: no-memory-queue

  record = async (machine: string, celsius: number): Promise<void> => {
    this.points.push(new Point('temperature').tag('machine', machine).floatField('value', celsius));
    if (this.points.length > 99) {
      const writer = this.influx.getWriteApi('factory', 'machines');
      writer.writePoints(this.points);
      this.points = [];
      await writer.close();
    }
  };
}
