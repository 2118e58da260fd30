package fairnotice.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Gives a controller that asks for a {@link JsonBody} the request's own. */
@Component
class JsonBodyConverter extends AbstractHttpMessageConverter<JsonBody> {

    JsonBodyConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == JsonBody.class;
    }

    @Override
    protected JsonBody readInternal(Class<? extends JsonBody> type, HttpInputMessage input) throws IOException {
        try {
            JsonBody body = JsonBody.read(input.getBody());
            if (body.isMissing()) {
                throw new HttpMessageNotReadableException("empty", input);
            }
            return body;
        } catch (JsonProcessingException unreadable) {
            throw new HttpMessageNotReadableException("no JSON", unreadable, input);
        }
    }

    @Override
    protected void writeInternal(JsonBody body, HttpOutputMessage output) {
        throw new UnsupportedOperationException("A request's body is only read");
    }
}
