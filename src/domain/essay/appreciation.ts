/** Said to guests, whom a browser makes anew at will. */
export const appreciatedInWechat = '在微信小程序里打开，就可以赞赏这篇作品。';
