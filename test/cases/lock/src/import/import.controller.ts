import { Body, ConflictException, Controller, Post } from '@nestjs/common';
import { SuppliersService } from '../suppliers/suppliers.service';

@Controller('imports')
export class ImportController {
  private importing = false; // flag: no-memory-lock

  constructor(private readonly suppliers: SuppliersService) {}

  @Post()
  async start(@Body() body: { supplier: string }): Promise<{ products: number }> {
    if (!this.importing) {
      this.importing = true;
      try {
        return { products: await this.suppliers.importAll(body.supplier) };
      } finally {
        this.importing = false;
      }
    }
    throw new ConflictException('an import is running');
  }
}
