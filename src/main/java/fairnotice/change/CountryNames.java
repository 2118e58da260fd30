package fairnotice.change;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What countries are called beside the English and German names that the platform knows: as the United Nations call them, by what is of
 * them, by their own name, by an earlier one, and the states of the United States. Whoever names one in a text is found as well.
 */
final class CountryNames {

    /** A code of ISO 3166-1, then names; those in capitals count as written, and all others in any case. */
    private static final String TABLE = """
            AF: Afghan
            AL: Albanian
            AM: Armenian
            AR: Argentine, Argentinian
            AU: Australian
            AZ: Azerbaijani
            BA: Bosnia, Bosnian
            BD: Bangladeshi
            BN: Brunei Darussalam
            BO: Plurinational State of Bolivia
            BR: Brazilian, Brasil
            BY: Belarusian, Belorussia
            CA: Canadian
            CD: Congo, DR Congo, DRC, Zaire
            CG: Republic of the Congo
            CH: Swiss, Suisse, Svizzera
            CI: Ivory Coast
            CL: Chilean
            CN: PRC, P.R.C., Chinese, Chine, Cina, Zhongguo, 中国, 中國, Китай
            CO: Colombian
            CV: Cape Verde, Cabo Verde
            CZ: Czech
            EG: Egyptian
            FK: Falklands
            GB: Britain, British, Wales, Northern Ireland, Royaume-Uni, Reino Unido
            GE: Georgian
            HK: HKSAR
            ID: Indonesian
            IE: Eire, Irish
            IL: Israeli
            IN: Indian, Inde, Bharat, 印度, भारत, Индия
            IQ: Iraqi
            IR: Iranian, Islamic Republic of Iran, Persia
            JP: Japanese, Japon, Nippon, 日本
            KE: Kenyan
            KP: North Korean, DPRK, Democratic People's Republic of Korea
            KR: South Korean, Republic of Korea, Korean, Korea, 韩国, 한국
            KZ: Kazakh
            LA: Lao People's Democratic Republic
            LB: Lebanese
            LK: Sri Lankan, Ceylon
            MA: Moroccan, Maroc
            MD: Republic of Moldova, Moldovan
            MK: Macedonia, Macedonian
            MM: Myanmar, Burma, Burmese
            MO: Macau, Macao
            MX: Mexican
            MY: Malaysian
            NG: Nigerian
            NL: Holland, Dutch
            NP: Nepalese
            NZ: Aotearoa
            PH: Filipino, Philippine
            PK: Pakistani
            PS: Palestine, State of Palestine
            RS: Serbian
            RU: Russian Federation, Russian, Россия, Российская Федерация
            SA: Saudi, KSA
            SG: Singaporean
            SY: Syrian, Syrian Arab Republic
            SZ: Swaziland
            TH: Thai, Siam
            TL: East Timor
            TN: Tunisian
            TR: Turkish, Türkiye
            TW: Taiwanese, 台湾, 台灣
            TZ: United Republic of Tanzania, Tanzanian
            UA: Ukrainian
            VA: Holy See
            VE: Bolivarian Republic of Venezuela, Venezuelan
            VN: Viet Nam, Vietnamese
            XK: Kosovo
            ZA: South African
            US: America, American, USofA, us-east, us-west, us_east_1, us_west_2, Estados Unidos, Etats-Unis, Stati Uniti, \
            美国, США, stateside, Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, \
            Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, \
            Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, \
            North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, \
            Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming
            """;

    private CountryNames() {}

    /** Codes by name. */
    static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String code = line.substring(0, line.indexOf(':'));
            Arrays.stream(line.substring(line.indexOf(':') + 1).split(","))
                    .map(String::strip)
                    .forEach(name -> codes.put(name, code.strip().toUpperCase(Locale.ROOT)));
        });
        return codes;
    }
}
