import EchoCore
import EchoEncode
public import EchoIndex
import EchoReading
public import EchoService

extension EvalSource {
    /// Takes prompt sets and the prompt slot's model from a workspace.
    ///
    /// - Parameter measured: a protocol without prompts loads no model, so that an index of the similarity slot
    ///   alone will do.
    /// - Throws: `IndexError`, `ServiceError`, `ModelError`.
    public init(_ index: StudyIndex, workspace: Workspace, measured: EvalProtocol) async throws {
        let slots = try await index.spaces()
        guard let space = slots.first(where: { $0.slot.serves(.prompt) }), measured.asksPrompts else {
            if measured.asksPrompts { throw IndexError.noSpace(slot: .prompt) }
            self.init(
                index: index, promptSet: { _ in nil },
                embed: { _ in throw ServiceError.wrongSlot(found: .similarity, needed: .prompt) })
            return
        }
        let model = try workspace.model(for: space)
        let library = workspace.promptLibrary(for: model.installed)
        self.init(
            index: index,
            promptSet: { name in
                do { return try library.set(named: name) } catch ServiceError.noPromptSet { return nil }
            },
            embed: { try model.embed(text: $0).embedding }, motion: try Self.motion(of: model.installed))
    }

    /// The model's readouts, of the same names as the prompt sets that ask for the numbers.
    private static func motion(of model: InstalledModel) throws -> [Quantity: Readout] {
        var found: [Quantity: Readout] = [:]
        for quantity in Quantity.allCases {
            guard let readout = try readout(quantity, of: model) else { continue }
            found[quantity] = { study in
                try Estimate(readout, of: model.manifest.name, study: study).value.map { Double($0) }
            }
        }
        return found
    }

    private static func readout(_ quantity: Quantity, of model: InstalledModel) throws -> MotionReadout? {
        do { return try MotionQuery.readout(quantity.promptSet, of: model) } catch ServiceError.noReadout {
            return nil
        }
    }
}

extension TrainingRecord {
    /// What the models behind an index were trained on, taken together; `nil` where none of them says.
    ///
    /// - Throws: ``EvalError/trainingRecord``, `IndexError`, `ModelError` where a model is there and does not
    ///   read.
    public init?(_ index: StudyIndex, workspace: Workspace) async throws {
        var records: [TrainingRecord] = []
        var silent: [String] = []
        for space in try await index.spaces() {
            if let model = try Self.model(behind: space, in: workspace),
                let record = try TrainingRecord(folder: model.folder)
            {
                records.append(record)
            } else {
                silent.append(space.fingerprint.model)
            }
        }
        guard !records.isEmpty else { return nil }
        self.init(seeds: records.flatMap(\.seeds), patients: records.flatMap(\.patients))
        self.silent = silent
    }

    /// The model that made a space's vectors; `nil` where the store does not have it, or another was named.
    private static func model(
        behind space: EmbeddingSpace, in workspace: Workspace
    ) throws -> InstalledModel? {
        do {
            return try workspace.installedModel(for: space)
        } catch ServiceError.missingModel, ServiceError.otherModel {
            // A model that does not read is not found by its weights, only by its name.
            let listed = try workspace.models.list().first { $0.name == space.fingerprint.model }
            if case .failure(let damage)? = listed?.outcome { throw damage }
            return nil
        }
    }
}

extension EvalProtocol {
    /// Whether it puts sentences to the text tower.
    var asksPrompts: Bool {
        switch self {
        case .zeroShot, .shortcuts, .all: true
        case .identity, .transitions, .retrieval: false
        }
    }
}
