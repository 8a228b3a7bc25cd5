const HEX = '0123456789abcdef';
/** Version 4 and its variant, as RFC 9562 has them. */
const SHAPE = 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx';

/** A fresh UUID for a record that this device names; distinct, not secret. WeChat has no `crypto.randomUUID`. */
export const newRecordId = (): string => SHAPE.replace(/x/g, () => HEX.charAt(Math.floor(Math.random() * HEX.length)));
