package fairnotice.web.api;

import fairnotice.access.Actor;
import fairnotice.customer.Customers;
import fairnotice.customer.ImportRefused;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportingCustomers;
import fairnotice.customer.ImportingCustomers.Imported;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/registers/{register}/customers")
@Tag(name = "Customers", description = "Who signed, who is written to, what was bought and negotiated")
class CustomersController {

    private static final int MOST = 1_000;

    private final KnownRegisters registers;
    private final Customers customers;
    private final ImportingCustomers importing;

    CustomersController(KnownRegisters registers, Customers customers, ImportingCustomers importing) {
        this.registers = registers;
        this.customers = customers;
        this.importing = importing;
    }

    @GetMapping
    @Operation(
            summary = "Customers of a register, the last changed at the end",
            description = "At most 1,000 at once; go on with the revision of the last one as \"after\".")
    List<CustomerBody> page(
            @PathVariable String register,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit) {
        String id = registers.named(register).id();
        return customers.page(id, after, Math.min(Math.max(1, limit), MOST)).stream()
                .map(CustomerBody::of)
                .toList();
    }

    @PutMapping
    @Operation(
            summary = "Add or change customers by their id",
            description =
                    "All or nothing. Each customer is stated whole: contacts and orders left out go. Customers left out stay. A revision that"
                            + " is sent is passed over: what was read earlier replaces what others changed since.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = CustomerBody.class))))
    Imported importAll(@PathVariable String register, @RequestBody JsonBody body, Actor actor) {
        String id = registers.named(register).id();
        JsonBody.Elements<CustomerBody> stated = body.elementsOf(CustomerBody.class);
        List<ImportedCustomer> customers = stated.read().stream()
                .map(each -> each == null ? null : each.imported())
                .toList();
        if (!stated.problems().isEmpty()) {
            throw refused(stated.problems(), importing.problemsOfWhatFits(customers));
        }
        try {
            return importing.importInto(id, customers, actor);
        } catch (ImportRefused refused) {
            throw refused(List.of(), refused.problems());
        }
    }

    private static Refused refused(List<FieldProblem> unfit, List<ImportRefused.Problem> wrong) {
        Stream<FieldProblem> ofRules =
                wrong.stream().map(problem -> JsonBody.ofRow(problem.row(), problem.field(), problem.phrase()));
        return Refused.invalid(
                Stream.concat(unfit.stream(), ofRules).limit(MOST).toList());
    }
}
