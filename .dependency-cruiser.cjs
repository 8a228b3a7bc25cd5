/** Who may import whom. Each rule says why, so that a broken one teaches the architecture. */
const only = (name, comment, from, allowed) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(src|server|campaigns|config|scripts|tests)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('domain-is-pure', 'Rules know nothing but other rules.', '^src/domain/', '^src/domain/'),
    only('contract-knows-rules', 'The contract is words and rules; it must load on both sides.', '^src/contract/', '^src/(contract|domain)/'),
    only('platform-is-the-seam', 'Side effects of the client live here and know the contract only.', '^src/platform/', '^src/(platform|contract|domain)/'),
    only(
      'components-present',
      'Components draw what they are given; they may know which platform draws them, nothing else of it.',
      '^src/components/',
      '^src/(components|theme|contract|domain)/|^src/platform/(environment|call)\\.ts$',
    ),
    only('hooks-think', 'Hooks know no drawing.', '^src/hooks/', '^src/(hooks|platform|contract|domain)/'),
    only('frame-surrounds', 'The frame is around every page and knows none.', '^src/frame/', '^src/(frame|components|hooks|platform|contract|domain|theme)/'),
    {
      name: 'pages-stand-alone',
      severity: 'error',
      comment: 'A page never imports another page: what two pages share belongs to components, hooks or their package.',
      from: { path: '^src/(pages|contest|service|officer)/([^/]+)/' },
      to: { path: '^src/(pages|contest|service|officer)/([^/]+)/', pathNot: '^src/$1/$2/' },
    },
    {
      name: 'only-the-officer-package-knows-officers',
      severity: 'error',
      comment: 'The public never downloads the officers’ workspace.',
      from: { path: '^src/', pathNot: '^src/officer/' },
      to: { path: '^src/officer/' },
    },
    {
      name: 'client-without-server',
      severity: 'error',
      comment: 'What enters a bundle must not reach the server’s code.',
      from: { path: '^src/' },
      to: { path: '^(server|scripts|campaigns|config)/' },
    },
    {
      name: 'server-without-client',
      severity: 'error',
      comment: 'The server shares rules and contract with the client, nothing that draws.',
      from: { path: '^server/' },
      to: { path: '^src/', pathNot: '^src/(domain|contract)/' },
    },
    only('storage-knows-rows', 'Stores turn rows into values; they decide nothing.', '^server/storage/', '^server/(storage|refusal\\.ts)|^src/(domain|contract)/'),
    {
      name: 'use-cases-get-capabilities',
      severity: 'error',
      comment: 'A use case is handed its caller, clock and connection; it never reaches for dispatch, identity or an entry.',
      from: { path: '^server/use-cases/' },
      to: { path: '^server/(dispatch|identity|entries|application|configuration)' },
    },
    {
      name: 'entries-on-top',
      severity: 'error',
      comment: 'Entries translate one runtime each; nothing depends on them.',
      from: { path: '^server/', pathNot: '^server/entries/' },
      to: { path: '^server/entries/' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      comment: 'What ships needs no test code.',
      from: { path: '^(src|server|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that resolves to nothing breaks at run time.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
