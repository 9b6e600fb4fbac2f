import EchoTesting
import Foundation

/// A small laboratory that all suites share: an imported model, five real clips, and an index of them.
///
/// `S1` and `S2` are one patient's, by a manifest; the two DICOM clips of the four-chamber view are one study
/// of another patient; the DICOM still belongs to nobody. One file is damaged and one is no clip.
struct Lab {
    let folder: URL

    static let model = "small"
    /// The study of the two DICOM clips.
    static let dicomStudy = "st-ca1c3962a430bc5b"
    static let report = """
        FINDINGS: The left ventricle is normal in size. Ejection fraction is 60%. \
        There is no pericardial effusion.
        """
    private static let made = Result { try Lab() }

    /// The one laboratory, made on first use.
    static func shared() throws -> Lab { try made.get() }

    /// The program, run in the laboratory with its index and its models.
    var program: Program {
        Program(in: folder, ["ECHOSEEK_INDEX": "index", "ECHOSEEK_MODELS": "models"])
    }

    private init() throws {
        let place = FileManager.default.temporaryDirectory
        folder = place.appending(path: "echoseek-lab-\(ProcessInfo.processInfo.processIdentifier)")
        Self.current = folder.path
        atexit { try? FileManager.default.removeItem(atPath: Lab.current) }
        try Self.fill(folder)
        for arguments in [
            ["model", "import", "checkpoint", "--name", Self.model, "--notice", SmallModel.notice],
            ["ingest", "--manifest", "manifest.csv", "--reports", "reports.csv", "clips"],
        ] {
            let run = try program.run(arguments)
            guard [0, 2].contains(run.status) else { throw LabNotMade(errors: run.errors) }
        }
    }

    nonisolated(unsafe) private static var current = ""

    private static func fill(_ folder: URL) throws {
        try SmallModel.write(to: folder.appending(path: "checkpoint"))
        let clips = folder.appending(path: "clips")
        try FileManager.default.copyItem(at: Fixtures.kept.appending(path: "clips"), to: clips)
        let whole = try Data(contentsOf: clips.appending(path: "a4c_mjpeg_120f.avi"))
        try whole.prefix(100_000).write(to: clips.appending(path: "cut.avi"))
        let manifest = """
            path,patient,study,date,view,accession,report
            clips/a4c_mjpeg_120f.avi,P1,S1,2023-05-01,A4C,ACC1,"\(report)"
            clips/a4c_h264_120f.mp4,P1,S2,2024-06-02,A4C,ACC2,

            """
        try Data(manifest.utf8).write(to: folder.appending(path: "manifest.csv"))
        let reports = "study,text\nS2,\"There is mild mitral regurgitation. The aortic valve opens well.\"\n"
        try Data(reports.utf8).write(to: folder.appending(path: "reports.csv"))
    }
}
