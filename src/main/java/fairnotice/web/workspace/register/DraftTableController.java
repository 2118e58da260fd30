package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.register.DraftingRegister;
import fairnotice.register.EntryField;
import fairnotice.register.Register;
import fairnotice.register.RegisterDraft;
import fairnotice.register.Subprocessor;
import fairnotice.register.Table;
import fairnotice.register.TableColumns;
import fairnotice.register.TableEntries;
import fairnotice.register.Tables;
import fairnotice.web.FormErrors;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Choices;
import fairnotice.web.workspace.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says which column of a table is which field of the list. */
@Controller
@RequestMapping("/registers/new/{draft}/table")
class DraftTableController {

    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 160;

    /**
     * Which field each column is, by name; empty for one that is left out.
     *
     * @param fallback id of the category of rows that state none
     * @param added whether the rows come after the entries that there are, instead of replacing them
     */
    record ColumnsForm(List<String> fields, Boolean heading, String fallback, Boolean added) {

        ColumnsForm {
            fields = fields == null ? List.of() : fields;
            heading = Boolean.TRUE.equals(heading);
            added = Boolean.TRUE.equals(added);
        }

        static ColumnsForm of(TableColumns columns) {
            return new ColumnsForm(
                    columns.fields().stream()
                            .map(field -> field == null ? "" : field.name())
                            .toList(),
                    columns.heading(),
                    null,
                    false);
        }

        TableColumns columns() {
            List<EntryField> read = new ArrayList<>();
            fields.forEach(field -> read.add(EnumUtils.getEnum(EntryField.class, field)));
            return new TableColumns(read, heading);
        }
    }

    /** A column as it is offered. @param heading of its first row */
    record Column(int number, String heading, List<String> samples, String field) {}

    private final DraftingRegister drafting;
    private final Tables tables;
    private final DraftModel pages;
    private final Phrases phrases;

    DraftTableController(DraftingRegister drafting, Tables tables, DraftModel pages, Phrases phrases) {
        this.drafting = drafting;
        this.tables = tables;
        this.pages = pages;
        this.phrases = phrases;
    }

    @GetMapping
    String table(@PathVariable("draft") long id, Actor actor, Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        if (draft.content().table() == null) {
            return DraftModel.step(id, "list");
        }
        ColumnsForm guessed =
                ColumnsForm.of(TableColumns.guessed(tables.read(draft.content().table())));
        FormErrors.of(guessed, model);
        return page(id, guessed, actor, model);
    }

    @PostMapping
    String take(
            @PathVariable("draft") long id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @ModelAttribute("form") ColumnsForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        RegisterDraft draft = drafting.draft(id, actor);
        if (draft.content().table() == null) {
            return DraftModel.step(id, "list");
        }
        boolean done = Problems.none(binding, () -> drafting.save(id, epoch, taken(draft.content(), form), actor));
        if (!done) {
            return page(id, form, actor, model);
        }
        redirect.addFlashAttribute("done", "workspace.done.table-read");
        return DraftModel.step(id, "list");
    }

    private RegisterDraft.Content taken(RegisterDraft.Content content, ColumnsForm form) {
        Register layout = content.settings().layout();
        List<Subprocessor> read =
                TableEntries.of(tables.read(content.table()), form.columns(), Problems.text(form.fallback()), layout);
        return content.listing(
                form.added()
                        ? Stream.concat(content.entries().stream(), read.stream())
                                .toList()
                        : read);
    }

    private String page(long id, ColumnsForm form, Actor actor, Model model) {
        RegisterDraft draft = pages.fill(id, "list", actor, model);
        Table table = tables.read(draft.content().table());
        model.addAttribute("columns", columns(table, form));
        model.addAttribute("rows", table.rows().size() - (form.heading() ? 1 : 0));
        model.addAttribute("fieldChoices", fields(draft));
        model.addAttribute(
                "categories", Choices.categories(draft.content().settings().layout()));
        return "workspace/draft-table";
    }

    private Map<String, String> fields(RegisterDraft draft) {
        boolean categories = !draft.content().settings().layout().categories().isEmpty();
        return phrases.choices(
                "site.field.",
                Stream.of(EntryField.values())
                        .filter(field -> field != EntryField.EXCLUSION)
                        .filter(field -> categories || field != EntryField.CATEGORY)
                        .toList());
    }

    private static List<Column> columns(Table table, ColumnsForm form) {
        List<Column> columns = new ArrayList<>();
        List<Table.Row> rows = table.rows();
        for (int i = 0; i < table.columns(); i++) {
            int column = i;
            List<String> samples = rows.stream()
                    .skip(form.heading() ? 1 : 0)
                    .map(row -> shortened(row.cell(column)))
                    .filter(cell -> !cell.isEmpty())
                    .limit(SAMPLES)
                    .toList();
            String heading =
                    form.heading() && !rows.isEmpty() ? shortened(rows.get(0).cell(i)) : "";
            columns.add(new Column(
                    i + 1,
                    heading,
                    samples,
                    i < form.fields().size() ? form.fields().get(i) : ""));
        }
        return columns;
    }

    private static String shortened(String cell) {
        return cell.length() > LONGEST_SAMPLE ? cell.substring(0, LONGEST_SAMPLE) + "…" : cell;
    }
}
