const { LexModelsV2Client, ListBotsCommand } = require('@aws-sdk/client-lex-models-v2');
const { saveBot } = require('./files');

class BotExporter {
  constructor(region) {
    this.lex = new LexModelsV2Client({ region });
  }

  async exportAll() {
    const { botSummaries } = await this.lex.send(new ListBotsCommand({}));
    botSummaries.forEach(async (bot) => { // flag: no-memory-timer
      await saveBot(bot);
    });
  }
}

module.exports = BotExporter;
