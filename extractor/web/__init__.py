"""The workbench: what the archive holds, in a browser, for those who check it, those who read it and programs.

- `app` puts the application together, `settings` is what it is told, `context` what every page uses;
- `guards` stands before all pages: headers, bounds, who asks, forged forms, errors; `language` says things in Thai or English,
  `templating` fills the pages;
- every other module is one area with its `router`; its pages lie in `templates/<area>/`, its script is `static/<area>.js`, its
  English `locale/en/<area>.po`.
"""
