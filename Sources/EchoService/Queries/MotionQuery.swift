public import EchoCore
package import EchoEncode
public import EchoIndex
public import EchoReading
import Foundation

/// Reads a number off how a study's clips move, by a readout of the model that made their vectors.
public struct MotionQuery: Sendable {
    /// The readout's name, such as `ef`.
    public var name: String

    /// Takes the name.
    public init(_ name: String) { self.name = name }

    /// Estimates each study, named by any name it goes by.
    ///
    /// - Parameter failed: told of a study that cannot be estimated, such as one that is not there; the rest
    ///   goes on unless it throws.
    /// - Throws: ``ServiceError/noReadout(name:model:)``, ``ServiceError/otherReadout(name:model:)``,
    ///   `IndexError`, `ModelError`, `ReadingError`.
    public func run(
        _ studies: [String], in index: StudyIndex, workspace: Workspace,
        failed: (String, any EchoFailure) throws -> Void
    ) async throws -> [Stamped<Estimate>] {
        let space = try await index.space(serving: .prompt)
        let model = try workspace.installedModel(for: space)
        let readout = try Self.readout(name, of: model)
        let archive = Archive(index: index, space: space)
        var estimates: [Stamped<Estimate>] = []
        for name in studies {
            do {
                let study = try await index.study(resolving: name)
                let vectors = try await archive.vectors(of: study, withFrames: true)
                let estimate = try Estimate(readout, of: model.manifest.name, study: vectors)
                estimates.append(Stamped(estimate, naming: [study], in: space))
            } catch let failure as any EchoFailure {
                try failed(name, failure)
            }
        }
        return estimates
    }

    /// A model's readout of that name, checked against its weights and its dimension.
    ///
    /// - Throws: ``ServiceError/noReadout(name:model:)``, ``ServiceError/otherReadout(name:model:)``,
    ///   `ModelError`, `ReadingError`.
    package static func readout(_ name: String, of model: InstalledModel) throws -> MotionReadout {
        let manifest = model.manifest
        guard let data = try model.readouts() else {
            throw ServiceError.noReadout(name: name, model: manifest.name)
        }
        guard let readouts = try? JSONDecoder().decode(MotionReadouts.self, from: data) else {
            throw ModelError.badManifest(name: manifest.name, detail: "its readouts do not read")
        }
        let dimension = manifest.configuration.embedDimension
        guard let readout = try readouts.readout(named: name, dimension: dimension) else {
            throw ServiceError.noReadout(name: name, model: manifest.name)
        }
        guard readout.weights == manifest.weights.sha256 else {
            throw ServiceError.otherReadout(name: name, model: manifest.name)
        }
        return readout
    }
}
