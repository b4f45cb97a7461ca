import { Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { memoryStorage } from 'multer';
import { BlobService } from './blob.service';

@Controller('scans')
export class ScansController {
  constructor(private readonly blobs: BlobService) {}

  @Post()
  @UseInterceptors(FileInterceptor('scan', { storage: memoryStorage(), limits: { fileSize: 8_000_000 } }))
  async upload(@UploadedFile() scan: Express.Multer.File): Promise<{ path: string }> {
    const path = `scans/${scan.originalname}`;
    await this.blobs.put(path, scan.buffer, scan.mimetype);
    return { path };
  }
}
