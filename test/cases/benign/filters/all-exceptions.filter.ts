import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

@Catch()
export class AllExceptionsFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<FastifyReply>();
    if (exception instanceof HttpException) {
      void response.status(exception.getStatus()).send({ message: exception.message });
    } else {
      void response.status(500).send({ message: 'unexpected' });
    }
  }
}
