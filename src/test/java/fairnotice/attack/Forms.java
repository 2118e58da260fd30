package fairnotice.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** What a page lets its reader do. */
final class Forms {

    private Forms() {}

    /**
     * @param action path of this server
     * @param fields names and the values that the page sends unless somebody types another
     * @param files whether it is sent in parts
     */
    record Form(String method, String action, Map<String, String> fields, boolean files) {

        /** Two pages that show one form differ in what it is about alone. */
        String kind() {
            return method + " " + action.replaceAll("[^/]*\\d[^/]*", "*") + " " + fields.keySet() + fields.get("step");
        }
    }

    static List<Form> on(String page, String at) {
        Document document = Jsoup.parse(page, at);
        List<Form> forms = new ArrayList<>();
        document.select("form").forEach(element -> forms.add(form((FormElement) element, at)));
        return forms;
    }

    /** Where its links lead on this server, without the part after the hash. */
    static List<String> links(String page, String at) {
        return Jsoup.parse(page, at).select("a[href]").stream()
                .map(link -> link.attr("href").replaceAll("#.*", ""))
                .filter(link -> link.startsWith("/"))
                .distinct()
                .toList();
    }

    private static Form form(FormElement form, String at) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.elements()) {
            String name = field.attr("name");
            boolean isOff = field.is("[type=checkbox]:not([checked]), [type=radio]:not([checked])");
            if (!name.isEmpty() && (!isOff || !fields.containsKey(name))) {
                fields.put(
                        name, field.is("select") ? chosen(field) : field.is("textarea") ? field.text() : field.val());
            }
        }
        String action = form.attr("action");
        return new Form(
                form.attr("method").equalsIgnoreCase("post") ? "POST" : "GET",
                action.isEmpty() ? at : action,
                fields,
                form.attr("enctype").startsWith("multipart/"));
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        Element first = option == null ? select.selectFirst("option") : option;
        return first == null ? "" : first.attr("value");
    }
}
