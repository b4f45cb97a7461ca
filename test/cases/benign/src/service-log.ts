interface Fields { [name: string]: string }

export class ServiceLog {
  private static only: ServiceLog | undefined;
  private fields: Fields = {};

  static get(): ServiceLog {
    ServiceLog.only ??= new ServiceLog();
    return ServiceLog.only;
  }

  setFields(fields: Fields): void {
    this.fields = { ...this.fields, ...fields };
  }

  clearFields(): void {
    this.fields = {};
  }

  write(message: string, fields?: Fields): void {
    process.stdout.write(`${JSON.stringify({ message, ...this.fields, ...fields })}\n`);
  }
}

export const log = ServiceLog.get();
