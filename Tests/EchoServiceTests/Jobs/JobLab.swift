import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation

/// A server's state of a test's own: index, ledger and jobs, with the tiny model.
struct JobLab {
    let folder: ServiceFolder
    let index: StudyIndex
    let ledger: Ledger
    let jobs: IngestJobs
    let workspace: Workspace

    /// In the index's folder that the workspace names.
    init(_ workspace: Workspace, limits: UploadLimits = Self.limits) async throws {
        self.workspace = workspace
        folder = workspace.serviceFolder
        index = try await workspace.openIndex(for: .write)
        ledger = try await workspace.openLedger(for: .write)
        jobs = try await IngestJobs(index: index, ledger: ledger, workspace: workspace, limits: limits)
    }

    /// The usual, on a disk that may be nearly full.
    static var limits: UploadLimits {
        var limits = UploadLimits.standard
        limits.freeBytes = 1 << 20
        return limits
    }

    /// A workspace like ``TestArchive``'s, for a child process.
    static func workspace(index: String, models: String) -> Workspace {
        Workspace(
            settings: Settings(
                flags: [
                    .index: index, .models: models, .model: TinyModel.name, .frames: "uniform:2",
                    .threads: "2",
                ], environment: [:], file: .none))
    }

    /// Sends files as one job, in pieces of odd sizes.
    func send(_ files: [Data]) async throws -> Job {
        let upload = try await jobs.beginUpload(by: .local)
        for file in files {
            _ = try await upload.beginFile()
            for start in stride(from: 0, to: file.count, by: 70_001) {
                try await upload.write(file[start..<min(start + 70_001, file.count)])
            }
            _ = try await upload.endFile()
        }
        return try await upload.commit()
    }

    func send(paths: [String]) async throws -> Job {
        try await send(try paths.map { try Data(contentsOf: URL(filePath: $0)) })
    }

    func close() async throws {
        try ledger.close()
        try await index.close()
    }

    /// Every file below the folder `service` but the ledger, by its path inside, with its length.
    func files() throws -> [String: Int] {
        var found: [String: Int] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let facts = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
            guard facts[.type] as? FileAttributeType == .typeRegular, !name.hasPrefix("ledger") else {
                continue
            }
            found[name] = facts[.size] as? Int
        }
        return found
    }
}
