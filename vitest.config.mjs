export default { test: { testTimeout: 60000, hookTimeout: 60000, include: ['*.test.ts'] } };
