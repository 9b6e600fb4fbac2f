import EchoCore
import EchoEncode
import EchoIndex
import Foundation

/// What `doctor` finds: the machine, the models, the index, and what to do about each.
public struct Checkup: Sendable, Encodable {
    /// One thing that was looked at.
    public struct Finding: Sendable, Encodable {
        /// How it is.
        public let verdict: Verdict
        /// What was looked at.
        public let subject: String
        /// What was found.
        public let found: String
        /// What to do; `nil` where nothing is.
        public let remedy: String?
    }

    /// How a thing is.
    public enum Verdict: String, Sendable, Encodable {
        /// As it should be.
        case ok
        /// Usable, with something to know.
        case note
        /// Not usable.
        case bad
    }

    /// Everything that was looked at.
    public let findings: [Finding]
    /// Whether nothing is bad.
    public let ok: Bool

    /// Free room below which an ingest is likely to end early.
    static let leastFreeBytes = 2_000_000_000

    /// Looks; changes nothing.
    ///
    /// - Throws: nothing of what it looks at; only cancellation.
    public init(_ workspace: Workspace) async throws {
        var findings = [Self.machine(), Self.shipped(workspace), Self.disk(workspace)]
        findings += Self.models(workspace)
        findings += Self.defaultModel(workspace)
        findings += await Self.index(workspace)
        self.findings = findings
        ok = findings.allSatisfy { $0.verdict != .bad }
    }

    private static func machine() -> Finding {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let memory = Int(ProcessInfo.processInfo.physicalMemory / 1_000_000_000)
        return Finding(
            verdict: .ok, subject: "machine", found: "\(cores) cores, \(memory) GB, \(Product.version)",
            remedy: nil)
    }

    private static func shipped(_ workspace: Workspace) -> Finding {
        let failure = ServiceError.noShippedData.report
        guard let shipped = workspace.shipped else {
            return Finding(
                verdict: .bad, subject: "shipped data", found: failure.reason, remedy: failure.remedy)
        }
        let sets = PromptLibrary(folders: [shipped.prompts]).entries()
        let broken = sets.filter { $0.problem != nil }.count
        let hasSections = (try? workspace.reportSections()) != nil
        let isWhole = broken == 0 && !sets.isEmpty && hasSections
        return Finding(
            verdict: isWhole ? .ok : .bad, subject: "shipped data",
            found: "\(sets.count) prompt sets, \(broken) unreadable; "
                + (hasSections ? "report sections" : "no report sections"),
            remedy: isWhole ? nil : "Install again with `make install`.")
    }

    private static func disk(_ workspace: Workspace) -> Finding {
        var folder = URL(filePath: workspace.settings.index)
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder = folder.deletingLastPathComponent()
        }
        let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        let free = (facts?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
        let isLow = free < leastFreeBytes
        return Finding(
            verdict: isLow ? .bad : .ok, subject: "disk",
            found: "\(free / 1_000_000_000) GB free for the index",
            remedy: isLow ? "Free some space, or put the index elsewhere." : nil)
    }

    private static func models(_ workspace: Workspace) -> [Finding] {
        let importing = "Import a checkpoint of yours: `echoseek model import FOLDER --name NAME`."
        let listed: [ModelListing]
        do { listed = try workspace.models.list() } catch {
            return [
                Finding(
                    verdict: .bad, subject: "models", found: error.report.reason,
                    remedy: error.report.remedy)
            ]
        }
        guard !listed.isEmpty else {
            return [
                Finding(verdict: .bad, subject: "models", found: "none is imported", remedy: importing)
            ]
        }
        return listed.map { listing in
            switch listing.outcome {
            case .success(let model):
                let manifest = model.manifest
                return Finding(
                    verdict: manifest.notice == nil ? .ok : .note, subject: "model \(listing.name)",
                    found: "slot \(manifest.slot.rawValue); \(manifest.notice ?? manifest.license.statement)",
                    remedy: manifest.notice == nil ? nil : importing)
            case .failure(let error):
                return Finding(
                    verdict: .bad, subject: "model \(listing.name)", found: error.report.reason,
                    remedy: error.report.remedy)
            }
        }
    }

    /// Which model is used where nobody names one, if it is the one that came with the program.
    private static func defaultModel(_ workspace: Workspace) -> [Finding] {
        guard let choice = try? workspace.modelChoice(), choice.reason == .shipped else { return [] }
        let manifest = choice.model.manifest
        return [
            Finding(
                verdict: .note, subject: "default model",
                found: "\(manifest.name), which came with the program; "
                    + "\(manifest.notice ?? manifest.license.statement)",
                remedy: "For real studies import real weights: `echoseek model import FOLDER --name NAME` "
                    + "(open_clip weights, their configuration and vocabulary); `Models/README.md` says where from."
            )
        ]
    }

    private static func index(_ workspace: Workspace) async -> [Finding] {
        do {
            let index = try await workspace.openIndex(for: .read)
            let stats = try await index.stats()
            let counts = "\(stats.rows["studies"] ?? 0) studies, \(stats.rows["clips"] ?? 0) clips"
            let missing = stats.spaces.filter { (try? workspace.installedModel(for: $0)) == nil }
            return [
                Finding(
                    verdict: missing.isEmpty ? .ok : .bad, subject: "index", found: counts,
                    remedy: missing.isEmpty
                        ? nil
                        : "Import the model \(missing[0].fingerprint.model) again: text cannot be searched.")
            ]
        } catch IndexError.noIndex {
            return [
                Finding(
                    verdict: .note, subject: "index", found: "there is none yet",
                    remedy: "Make one: `echoseek ingest --index FOLDER CLIPS`.")
            ]
        } catch {
            let report = (error as? any EchoFailure)?.report
            return [
                Finding(
                    verdict: .bad, subject: "index", found: report?.reason ?? "\(error)",
                    remedy: report?.remedy)
            ]
        }
    }
}
