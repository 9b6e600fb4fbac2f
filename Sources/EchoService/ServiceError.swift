public import EchoCore

/// Why a request could not be carried out, where no single part below is at fault.
public enum ServiceError: EchoFailure, Equatable {
    /// The configuration file does not say something we know.
    case configuration(problem: String)
    /// A setting's value is not one it can have.
    case setting(Setting, found: String, expected: String)
    /// No model was named, and the choice is not obvious.
    case noModel(available: Int)

    /// A manifest or a report table does not read; line 0 is the file as a whole.
    case table(problem: String, line: Int)
    /// The model that was named is not the one that the index was filled with.
    case otherModel(named: String, index: String)
    /// No imported model has the weights that the index was filled with.
    case missingModel(name: String)
    /// The index's vectors were made with an arithmetic that this build does not know.
    case unknownPrecision(name: String)
    /// The study or clip has nothing to compare with.
    case noUsableClip
    /// The name is no study, no clip and no file.
    case noSuchSubject
    /// Of two studies to be compared, the index does not know this one.
    case noSuchStudy(ComparedPlace)
    /// The shipped data folder, or a file in it, is not there.
    case noShippedData
    /// A YAML file does not read.
    case yaml(problem: String)
    /// No prompt set goes by that name.
    case noPromptSet(name: String)
    /// The model has no readout of that name.
    case noReadout(name: String, model: String)
    /// A readout was fitted to other weights than the model's.
    case otherReadout(name: String, model: String)
    /// The model cannot answer this question.
    case wrongSlot(found: ModelSlot, needed: ModelSlot)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .configuration(let problem):
            FailureReport(
                "service.configuration", .misconfigured,
                reason: "The configuration file is not usable: \(problem).",
                remedy: "Mend it; `echoseek config show` lists the settings.")
        case .setting(let setting, let found, let expected):
            FailureReport(
                "service.setting", .misconfigured,
                reason: "`\(setting.rawValue)` is `\(found)`, expected \(expected).",
                remedy: "Change \(setting.flagName.map { $0 + ", " } ?? "")\(setting.environmentName) "
                    + "or the configuration file.")
        case .noModel(let available):
            FailureReport(
                "service.noModel", .misconfigured,
                reason: "No model was named, and \(available) are there to choose from.",
                remedy: "Give --model NAME; `echoseek model list` shows them.")
        case .table(let problem, let line):
            FailureReport(
                "service.table", .badInput,
                reason: "The table does not read: \(problem)\(line > 0 ? " (line \(line))" : "").",
                remedy: "Expected UTF-8 CSV with a header line, or one JSON object a line.")
        case .otherModel(let named, let index):
            FailureReport(
                "service.otherModel", .misconfigured,
                reason: "The index was filled with the model `\(index)`, and `\(named)` has other weights.",
                remedy: "Use `--model \(index)`, or ingest into a new index with `\(named)`.")
        case .missingModel(let name):
            FailureReport(
                "service.missingModel", .misconfigured,
                reason: "No imported model has the weights that the index was filled with (`\(name)`).",
                remedy: "Import them again with `echoseek model import`, or name their folder with --models.")
        case .unknownPrecision(let name):
            FailureReport(
                "service.unknownPrecision", .misconfigured,
                reason: "The index was filled with the precision `\(name)`, which this build does not have.",
                remedy: "Use the newer echoseek that filled it, or ingest into a new index.")
        case .noUsableClip:
            FailureReport(
                "service.noUsableClip", .badInput,
                reason: "The study or clip has no vector to compare with: no clip of it is usable B-mode.",
                remedy: "See why with `echoseek show`; name one of its clips instead of the study.")
        case .noSuchSubject:
            FailureReport(
                "service.noSuchSubject", .notFound,
                reason: "This is no study of the index, no clip of it, and no file.",
                remedy: "See what there is with `echoseek list studies` and `echoseek list clips`.")
        case .noSuchStudy(let place):
            FailureReport(
                "service.noSuchStudy", .notFound,
                reason: "The index has no study that goes by the \(place.rawValue) name.",
                remedy: "See what there is with `echoseek list studies`.")
        case .noShippedData:
            FailureReport(
                "service.noShippedData", .notFound,
                reason: "The folder `Models` that comes with the program is not beside it.",
                remedy: "Install with `make install`, which puts it in share/echoseek.")
        case .yaml(let problem):
            FailureReport(
                "service.yaml", .badInput, reason: "The YAML file does not read: \(problem).",
                remedy: "Mend the file; `Models/README.md` specifies it.")
        case .noPromptSet(let name):
            FailureReport(
                "service.noPromptSet", .notFound, reason: "There is no prompt set `\(name)`.",
                remedy: "See what there is with `echoseek prompts list`.")
        case .noReadout(let name, let model):
            FailureReport(
                "service.noReadout", .notFound,
                reason: "The model `\(model)` has no motion readout `\(name)`.",
                remedy: "Use `--formula repo` or `--formula paper`, which rank prompts.")
        case .otherReadout(let name, let model):
            FailureReport(
                "service.otherReadout", .damaged,
                reason:
                    "The motion readout `\(name)` beside the model `\(model)` was fitted to other weights.",
                remedy: "Install the model again; its files belong together.")
        case .wrongSlot(let found, let needed):
            FailureReport(
                "service.wrongSlot", .misconfigured,
                reason:
                    "The model is for the \(found.rawValue) slot, and this needs the \(needed.rawValue) slot.",
                remedy: "Ingest with a model of the \(needed.rawValue) slot as well.")
        }
    }
}
