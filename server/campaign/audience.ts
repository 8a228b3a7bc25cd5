/** Whom an activity is for: the word in the content files, and how the page names them. */
export const audienceNames: Readonly<Record<string, string>> = {
  public: '公众',
  enterprise: '企业',
  media: '媒体',
  importer: '进口商',
  farm: '农企',
  district: '区域',
  port: '口岸',
  community: '社区',
  campus: '校园',
};

export const audienceName = (id: string): string => audienceNames[id] ?? id;
