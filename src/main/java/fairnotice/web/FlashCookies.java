package fairnotice.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/** What the page after a redirect says once, kept by the browser until then: texts and yes or no. */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashCookies extends AbstractFlashMapManager {

    private static final String COOKIE = "fairnotice-said";
    private static final Duration LASTS = Duration.ofMinutes(3);
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST = 3;

    private final NoteCookies cookies;
    private final ObjectMapper json = new ObjectMapper();

    /** One redirect's. */
    private record Said(String path, Map<String, List<String>> parameters, Map<String, Object> said, long until) {

        static Said of(FlashMap map) {
            Map<String, Object> said = map.entrySet().stream()
                    .filter(each -> each.getValue() != null)
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> shortened(each.getValue())));
            return new Said(map.getTargetRequestPath(), map.getTargetRequestParams(), said, map.getExpirationTime());
        }

        private static Object shortened(Object value) {
            if (value instanceof Boolean) {
                return value;
            }
            String text = value.toString();
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        }

        FlashMap map() {
            FlashMap map = new FlashMap();
            map.setTargetRequestPath(path);
            parameters.forEach((name, values) -> values.forEach(value -> map.addTargetRequestParam(name, value)));
            map.putAll(said);
            map.setExpirationTime(until);
            return map;
        }
    }

    FlashCookies(NoteCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return cookies.kept(COOKIE, request).flatMap(this::read).orElse(null);
    }

    private Optional<List<FlashMap>> read(String text) {
        try {
            List<Said> all = json.readValue(text, new TypeReference<>() {});
            return Optional.of(new ArrayList<>(all.stream().map(Said::map).toList()));
        } catch (JsonProcessingException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        if (maps.isEmpty()) {
            cookies.forget(COOKIE, request, response);
            return;
        }
        List<Said> newest = maps.stream()
                .skip(Math.max(0, maps.size() - MOST))
                .map(Said::of)
                .toList();
        try {
            cookies.keep(COOKIE, json.writeValueAsString(newest), LASTS, request, response);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }
}
