'use strict';

const { algoliasearch } = require('algoliasearch');

class ProductIndex {
  #client;

  get client() {
    this.#client ??= algoliasearch(process.env.ALGOLIA_APP, process.env.ALGOLIA_KEY);
    return this.#client;
  }

  add(product) {
    return this.client.saveObject({ indexName: 'products', body: { ...product, objectID: product.sku } });
  }

  delete(sku) {
    return this.client.deleteObject({ indexName: 'products', objectID: sku });
  }
}

const products = new ProductIndex();

module.exports.handler = async (event) => {
  for (const { messageId, details } of event.messages) {
    const product = JSON.parse(details.message.body);
    await (product.retired ? products.delete(product.sku) : products.add({ ...product, messageId }));
  }
};
