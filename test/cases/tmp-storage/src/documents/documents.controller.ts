import { Body, Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { diskStorage } from 'multer';
import { DocumentsService } from './documents.service';

@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Post()
  @UseInterceptors(
    FileInterceptor('document', {
      storage: diskStorage({ destination: './uploads', filename: (_req, file, done) => done(null, file.originalname) }), // flag: no-tmp-storage
    }),
  )
  async upload(@UploadedFile() file: Express.Multer.File, @Body('owner') owner: string) {
    return this.documents.register({ owner, name: file.originalname, size: file.size });
  }
}
