const text = {
  type: 'object',
  required: ['de', 'en'],
  properties: { de: { type: 'string' }, en: { type: 'string' } },
};
const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The interface in its own words, for those who generate clients from it. */
export const openApi = (version: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Lotse: Wer ist zuständig?',
    version,
    description:
      'Answers from the role model of the administration, as the bot does. It only reads and keeps nothing of what is asked.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  security: [{ key: [] }],
  paths: {
    '/api/v1/responsible': {
      get: {
        summary: 'Who is responsible?',
        parameters: [
          {
            name: 'q',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
          { name: 'lang', in: 'query', schema: { type: 'string', enum: ['de', 'en'], default: 'de' } },
          { name: 'unit', in: 'query', description: 'Unit that asks, e.g. 61', schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'The answer. People are named only with the scope "persons".',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Responsible' } } },
          },
          400: problem('The question cannot be read.'),
          401: problem('No key, or an unknown one.'),
          429: problem('Too many questions; Retry-After says when to go on.'),
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Responsible: {
        type: 'object',
        required: ['result', 'roles', 'partners'],
        properties: {
          result: { type: 'string', enum: ['answer', 'choices', 'partner', 'none'] },
          understood: { type: 'boolean' },
          roles: { type: 'array', items: { $ref: '#/components/schemas/Role' } },
          partners: {
            type: 'array',
            items: { type: 'object', properties: { id: { type: 'string' }, name: text } },
          },
        },
      },
      Role: {
        type: 'object',
        required: ['role', 'name'],
        properties: {
          role: { type: 'string' },
          name: text,
          task: { type: 'string' },
          quote: { type: 'string' },
          passage: text,
          unit: { type: 'string' },
          persons: { type: 'array', items: { $ref: '#/components/schemas/Person' } },
        },
      },
      Person: {
        type: 'object',
        required: ['name', 'as'],
        properties: {
          name: { type: 'string' },
          as: { type: 'string', enum: ['holder', 'deputy'] },
          email: { type: 'string' },
          phone: { type: 'string' },
          absentUntil: { type: 'string', format: 'date' },
        },
      },
      Problem: {
        type: 'object',
        properties: {
          error: {
            type: 'object',
            properties: { code: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
});
