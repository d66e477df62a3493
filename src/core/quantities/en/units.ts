/** What stands behind an English numeral and says what is counted. */

function pairs(words: string): [string, string][] {
  return words
    .trim()
    .split(/\s*\n\s*|\s*;\s*/)
    .flatMap((entry) => {
      const [id = '', forms = ''] = entry.split('=');
      return forms.split('|').map((form): [string, string] => [form, id]);
    });
}

/** Words (lower case, no stops) → unit of `units.ts`. */
export const EN_UNITS: ReadonlyMap<string, string> = new Map(
  pairs(`nm=nm|nanometer|nanometers|nanometre|nanometres; μm=micron|microns|micrometers|micrometer
  mm=mm|millimeter|millimeters|millimetre|millimetres; cm=cm|centimeter|centimeters|centimetre|centimetres
  m=m|meter|meters|metre|metres; km=km|kms|kilometer|kilometers|kilometre|kilometres
  inch=inch|inches; ft=ft|foot|feet; yd=yard|yards; mi=mile|miles; nmi=nautical mile|nautical miles; li=li
  cm2=square centimeters|square centimetres
  m2=square meter|square meters|square metre|square metres|sqm|sq m|m²|m2; km2=square kilometer|square kilometers|square kilometre|square kilometres|sq km|km²|km2
  ha=hectare|hectares|ha; mu=mu; acre=acre|acres; sqft=square foot|square feet|sq ft; sqmi=square mile|square miles
  mg=mg|milligram|milligrams; g=gram|grams|g; kg=kg|kilogram|kilograms|kilo|kilos|kilogramme|kilogrammes
  t=ton|tons|tonne|tonnes|metric ton|metric tons|metric tonnes; jin=jin|catty|catties; lb=lb|lbs; oz=ounce|ounces|oz
  carat=carat|carats; pound=pound|pounds
  ml=ml|milliliter|milliliters|millilitre|millilitres; L=liter|liters|litre|litres
  m3=cubic meter|cubic meters|cubic metre|cubic metres; gal=gallon|gallons; bbl=barrel|barrels
  ms=millisecond|milliseconds; s=second|seconds|sec|secs; min=minute|minutes|min|mins; h=hour|hours|hr|hrs|h
  day=day|days; week=week|weeks; month=month|months; year=year|years|year old|years old|year olds|yr|yrs|years of age
  km/h=km/h|kmh|kph|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|kilometers/hour
  mph=mph|miles per hour|miles an hour; m/s=m/s|meters per second|metres per second; km/s=km/s|kilometers per second
  kn=knot|knots
  W=watt|watts|w; kW=kw|kilowatt|kilowatts; MW=mw|megawatt|megawatts; GW=gw|gigawatt|gigawatts
  kWh=kwh|kilowatt hour|kilowatt hours|kilowatt-hours; MWh=mwh|megawatt hours; GWh=gwh|gigawatt hours
  Hz=hz|hertz; kHz=khz|kilohertz; MHz=mhz|megahertz; GHz=ghz|gigahertz
  MB=mb|megabytes|megabyte; GB=gb|gigabytes|gigabyte; TB=tb|terabytes|terabyte; kB=kb|kilobytes
  hPa=hpa|hectopascals; kPa=kpa|kilopascals; MPa=mpa
  kcal=kcal|kilocalories|calories|calorie; hp=hp|horsepower; ly=light year|light years
  C=°c|℃|degrees celsius|degree celsius|degrees centigrade|celsius|c; F=°f|℉|degrees fahrenheit|fahrenheit
  degree=°|degree|degrees
  CNY=yuan|renminbi|rmb|cny|chinese yuan|yuan renminbi|yuan rmb|rmb yuan; USD=us dollar|us dollars|usd|american dollars
  dollar=dollar|dollars; EUR=euro|euros|eur; GBP=gbp|british pounds|pound sterling|pounds sterling|sterling
  JPY=yen|japanese yen|jpy; HKD=hong kong dollar|hong kong dollars|hk dollars|hkd
  AUD=australian dollar|australian dollars|aud; CAD=canadian dollar|canadian dollars|cad
  SGD=singapore dollar|singapore dollars|singaporean dollars|sgd; TWD=taiwan dollars|new taiwan dollars|nt dollars|twd
  NZD=new zealand dollars|nzd; KRW=won|korean won|south korean won|krw; INR=rupee|rupees|indian rupees
  RUB=ruble|rubles|rouble|roubles; CHF=swiss francs|swiss franc|chf; BRL=reais|real; MYR=ringgit; THB=baht; VND=dong
  PHP=pesos|peso; IDR=rupiah; TRY=lira; ZAR=rand; SEK=kronor|krona|kroner; MOP=patacas; USc=cents|cent`),
);
