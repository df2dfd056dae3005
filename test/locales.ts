/** Places of every way to write numbers: signs, groups, digits and directions; each once, and the widely used ones. */
export const locales: readonly string[] = (
  'en-US en-GB en-IN en-ZA en-CH de-DE de-AT de-CH fr-FR fr-CH fr-CA it-IT it-CH es-ES es-MX es-AR es-CL pt-BR pt-PT ' +
  'nl-NL sv-SE nb-NO da-DK fi-FI pl-PL cs-CZ sk-SK hu-HU ro-RO bg-BG el-GR ru-RU uk-UA tr-TR eu-ES he-IL ar-SA ar-EG ' +
  'ar-AE ar-MA fa-IR ur-PK ps-AF ckb-IQ sd-PK ks-IN hi-IN mr-IN bn-BD bn-IN as-IN ta-IN te-IN gu-IN ne-NP my-MM mni-IN ' +
  'sat-IN dz-BT si-LK km-KH lo-LA th-TH vi-VN id-ID ms-MY fil-PH ja-JP ko-KR zh-CN zh-TW zh-HK ka-GE hy-AM az-AZ kk-KZ ' +
  'uz-UZ mn-MN sw-KE am-ET af-ZA zu-ZA sq-AL mk-MK sr-RS hr-HR sl-SI et-EE lv-LV lt-LT is-IS ga-IE ca-ES gsw-CH rm-CH'
).split(' ')
