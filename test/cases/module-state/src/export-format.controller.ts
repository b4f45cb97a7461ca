import { Controller, Get, Post } from '@nestjs/common';
import { ExportService } from './export.service';

type Format = 'csv' | 'xlsx';

@Controller('exports')
export class ExportFormatController {
  #format: Format = 'csv'; // flag: no-module-state

  constructor(private readonly exports: ExportService) {}

  @Post('spreadsheet')
  useSpreadsheet(): void {
    this.#format = 'xlsx';
  }

  @Post('plain')
  usePlain(): void {
    this.#format = 'csv';
  }

  @Get()
  async download(): Promise<Buffer> {
    switch (this.#format) {
      case 'xlsx':
        return this.exports.spreadsheet();
      default:
        return this.exports.plain();
    }
  }
}
