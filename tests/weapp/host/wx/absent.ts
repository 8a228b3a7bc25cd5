/**
 * APIs of WeChat that this host does not have. They exist on `wx`, so that Taro wraps them, and calling one without
 * an answer from the test is a problem that names it.
 */
export const ABSENT_APIS: readonly string[] = [
  'addCard', 'addFileToFavorites', 'addPhoneCalendar', 'addPhoneRepeatCalendar', 'addVideoToFavorites', 'authorize',
  'authorizeForMiniProgram', 'canvasToTempFilePath', 'checkEmployeeRelation', 'checkIsAddedToMyMiniProgram',
  'checkIsSupportFacialRecognition', 'chooseAddress', 'chooseContact', 'chooseImage', 'chooseInvoice',
  'chooseInvoiceTitle', 'chooseLicensePlate', 'chooseLocation', 'chooseMedia', 'chooseMessageFile', 'choosePoi',
  'chooseVideo', 'compressImage', 'compressVideo', 'connectSocket', 'connectWifi', 'createAnimation', 'createAudioContext',
  'createCameraContext', 'createCanvasContext', 'createInnerAudioContext', 'createIntersectionObserver',
  'createInterstitialAd', 'createLivePlayerContext', 'createMapContext', 'createMediaQueryObserver',
  'createOffscreenCanvas', 'createRewardedVideoAd', 'createVideoContext', 'createWorker', 'cropImage', 'downloadFile',
  'editImage', 'faceDetect', 'getBackgroundAudioManager', 'getBackgroundFetchData', 'getBackgroundFetchToken',
  'getBatteryInfo', 'getBatteryInfoSync', 'getChannelsLiveInfo', 'getConnectedWifi', 'getExtConfig',
  'getExtConfigSync', 'getFileInfo', 'getFileSystemManager', 'getFuzzyLocation', 'getGroupEnterInfo', 'getImageInfo',
  'getLocalIPAddress', 'getLocation', 'getPerformance', 'getRandomValues', 'getRecorderManager', 'getSavedFileList',
  'getScreenBrightness', 'getSelectedTextRange', 'getShareInfo', 'getUserInfo', 'getUserProfile', 'getVideoInfo',
  'getWeRunData', 'getWifiList', 'hideKeyboardAccessory', 'join1v1Chat', 'openBluetoothAdapter', 'openCard',
  'openChannelsEvent', 'openChannelsLive', 'openChannelsUserProfile', 'openEmbeddedMiniProgram', 'openOfficialAccountArticle',
  'openSystemBluetoothSetting', 'openVideoEditor', 'pluginLogin', 'preDownloadSubpackage', 'preloadAssets',
  'preloadWebview', 'previewMedia', 'removeSavedFile', 'requestOrder', 'requestPayment', 'requestPluginPayment',
  'requestSubscribeDeviceMessage', 'reserveChannelsLive', 'restartMiniProgram', 'saveFile', 'saveFileToDisk',
  'saveVideoToPhotosAlbum', 'scanCode', 'seekBackgroundAudio', 'sendSms', 'setBackgroundFetchToken',
  'setEnableDebug', 'setInnerAudioOption', 'setScreenBrightness', 'setTopBarText', 'setWindowSize',
  'shareVideoMessage', 'showRedPackage', 'showShareImageMenu', 'startAccelerometer', 'startBeaconDiscovery',
  'startCompass', 'startDeviceMotionListening', 'startFacialRecognitionVerify', 'startGyroscope',
  'startLocationUpdate', 'startPullDownRefresh', 'startRecord', 'startSoterAuthentication', 'startWifi',
  'stopCompass', 'stopLocationUpdate', 'updateWeChatApp', 'uploadFile',
];
