package fairnotice.change;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The countries behind the region codes of AWS, Azure and Google Cloud, as their documentation gave them in 2026. */
final class CloudRegions {

    private static final Map<String, String> COUNTRY = countries();

    private CloudRegions() {}

    /** Codes of the countries (ISO 3166-1) whose regions or zones the text names: {@code ap-south-1}, {@code europe-west1-b}. */
    static Set<String> named(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9-]+"))
                .flatMap(word -> country(word).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A zone is its region's code with a letter behind it. */
    private static Optional<String> country(String word) {
        return Optional.ofNullable(COUNTRY.get(word))
                .or(() -> Optional.ofNullable(COUNTRY.get(word.replaceFirst("(?<=\\d)-?[a-f]$", ""))));
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new HashMap<>();
        Map.ofEntries(
                        Map.entry("AE", "me-central-1 uaenorth uaecentral"),
                        Map.entry("AT", "austriaeast"),
                        Map.entry(
                                "AU",
                                "ap-southeast-2 ap-southeast-4 australia-southeast1 australia-southeast2 australiaeast"
                                        + " australiasoutheast australiacentral australiacentral2"),
                        Map.entry("BE", "europe-west1 belgiumcentral"),
                        Map.entry("BH", "me-south-1"),
                        Map.entry("BR", "sa-east-1 southamerica-east1 brazilsouth brazilsoutheast"),
                        Map.entry(
                                "CA",
                                "ca-central-1 ca-west-1 northamerica-northeast1 northamerica-northeast2 canadacentral canadaeast"),
                        Map.entry("CH", "eu-central-2 europe-west6 switzerlandnorth switzerlandwest"),
                        Map.entry("CL", "southamerica-west1 chilecentral"),
                        Map.entry(
                                "CN",
                                "cn-north-1 cn-northwest-1 chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3"),
                        Map.entry(
                                "DE",
                                "eu-central-1 eusc-de-east-1 europe-west3 europe-west10 germanywestcentral germanynorth"),
                        Map.entry("ES", "eu-south-2 europe-southwest1 spaincentral"),
                        Map.entry("FI", "europe-north1"),
                        Map.entry("FR", "eu-west-3 europe-west9 francecentral francesouth"),
                        Map.entry("GB", "eu-west-2 europe-west2 uksouth ukwest"),
                        Map.entry("HK", "ap-east-1 asia-east2 eastasia"),
                        Map.entry("ID", "ap-southeast-3 asia-southeast2 indonesiacentral"),
                        Map.entry("IE", "eu-west-1 northeurope"),
                        Map.entry("IL", "il-central-1 me-west1 israelcentral"),
                        Map.entry(
                                "IN",
                                "ap-south-1 ap-south-2 asia-south1 asia-south2 centralindia southindia westindia"
                                        + " jioindiawest jioindiacentral"),
                        Map.entry("IT", "eu-south-1 europe-west8 europe-west12 italynorth"),
                        Map.entry(
                                "JP",
                                "ap-northeast-1 ap-northeast-3 asia-northeast1 asia-northeast2 japaneast japanwest"),
                        Map.entry("KR", "ap-northeast-2 asia-northeast3 koreacentral koreasouth"),
                        Map.entry("MX", "mx-central-1 northamerica-south1 mexicocentral"),
                        Map.entry("MY", "ap-southeast-5 malaysiawest"),
                        Map.entry("NL", "europe-west4 westeurope"),
                        Map.entry("NO", "norwayeast norwaywest"),
                        Map.entry("NZ", "ap-southeast-6 newzealandnorth"),
                        Map.entry("PL", "europe-central2 polandcentral"),
                        Map.entry("QA", "me-central1 qatarcentral"),
                        Map.entry("SA", "me-central2"),
                        Map.entry("SE", "eu-north-1 europe-north2 swedencentral swedensouth"),
                        Map.entry("SG", "ap-southeast-1 asia-southeast1 southeastasia"),
                        Map.entry("TH", "ap-southeast-7"),
                        Map.entry("TW", "ap-east-2 asia-east1"),
                        Map.entry(
                                "US",
                                "us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1 us-central1 us-east1 us-east4"
                                        + " us-east5 us-south1 us-west1 us-west2 us-west3 us-west4 eastus eastus2 centralus"
                                        + " northcentralus southcentralus westcentralus westus westus2 westus3 usgovvirginia"
                                        + " usgovarizona usgovtexas"),
                        Map.entry("ZA", "af-south-1 africa-south1 southafricanorth southafricawest"))
                .forEach((country, codes) ->
                        Arrays.stream(codes.split(" ")).forEach(code -> countries.put(code, country)));
        return countries;
    }
}
