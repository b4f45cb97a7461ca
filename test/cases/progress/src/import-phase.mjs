import { parseMenu, translateMenu, uploadMenu } from './menus.mjs';

class MenuImport {
  static phase = 'idle'; // flag: no-memory-progress

  static async run(menu) {
    MenuImport.phase = 'parsing';
    const dishes = await parseMenu(menu);
    MenuImport.phase = 'translating';
    const translated = await translateMenu(dishes);
    MenuImport.phase = 'uploading';
    await uploadMenu(translated);
    MenuImport.phase = 'idle';
    return translated.length;
  }
}

export const importMenu = async (event) => ({
  statusCode: 200,
  body: JSON.stringify({ dishes: await MenuImport.run(event.body) }),
});

export const importStatus = async () => ({ statusCode: 200, body: JSON.stringify({ phase: MenuImport.phase }) });
