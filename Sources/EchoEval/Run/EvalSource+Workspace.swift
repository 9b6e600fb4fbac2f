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
    /// - Throws: ``EvalError/trainingRecord``, `IndexError`.
    public init?(_ index: StudyIndex, workspace: Workspace) async throws {
        var records: [TrainingRecord] = []
        var silent: [String] = []
        for space in try await index.spaces() {
            let model = try? workspace.installedModel(for: space)
            if let model, let record = try TrainingRecord(folder: model.folder) {
                records.append(record)
            } else {
                silent.append(space.fingerprint.model)
            }
        }
        guard !records.isEmpty else { return nil }
        self.init(seeds: records.flatMap(\.seeds), patients: records.flatMap(\.patients))
        self.silent = silent
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
