import EchoCore
import EchoExport
import EchoPhantom
import Foundation

extension PlannedFile {
    /// What became of one clip.
    struct Outcome: Sendable {
        let file: PlannedFile
        let truth: ClipTruth
        /// Whether an earlier run had written the file.
        let wasKept: Bool
    }

    /// Draws the clip and writes its file, unless it is there: a file has its name only when it is whole.
    ///
    /// - Throws: `ExportError`, or `CancellationError` between two frames.
    func write(below root: String) throws -> Outcome {
        let clip = plan.clip()
        let target = root + "/" + path
        let wasKept = FileManager.default.fileExists(atPath: target)
        if !wasKept {
            try FileManager.default.createDirectory(
                atPath: root + "/" + folder, withIntermediateDirectories: true)
            switch format {
            case .dicom(let coding): try writeDICOM(clip, coding, to: target)
            case .video(let format): try writeVideo(clip, format, to: target)
            }
        }
        let truth = plan.truth(of: clip, path: path, frames: frames(of: clip))
        return Outcome(file: self, truth: truth, wasKept: wasKept)
    }

    private func writeDICOM(_ clip: PhantomClip, _ coding: DICOMCoding, to target: String) throws {
        let first = clip.frame(0, covering: covering)
        // Furniture may be gray in one frame and colored in the next.
        let isGray = plan.kind != .color && plan.furniture == nil && first.isGray
        var writer = try DICOMWriter(
            path: target, clip: exported(clip, isGray: isGray), description: description(of: clip),
            coding: coding)
        try writer.add(first)
        for index in frames(of: clip).dropFirst() {
            try Task.checkCancellation()
            try writer.add(clip.frame(index, covering: covering))
        }
        try writer.finish()
    }

    private func writeVideo(_ clip: PhantomClip, _ format: VideoFormat, to target: String) throws {
        var writer = try VideoWriter(path: target, clip: exported(clip, isGray: false), format: format)
        for index in frames(of: clip) {
            try Task.checkCancellation()
            try writer.add(clip.frame(index, covering: covering))
        }
        try writer.finish()
    }

    private func exported(_ clip: PhantomClip, isGray: Bool) -> ExportClip {
        ExportClip(
            size: plan.size, frameTimes: frameTimes(of: clip), isGray: isGray,
            regions: clip.regions, comment: PhantomNotice.text)
    }

    /// The header: every clip a series, as scanners write them.
    private func description(of clip: PhantomClip) -> DICOMDescription {
        var random = PlanRandom(plan.seed, .identifier, UInt64(plan.size.width), UInt64(plan.size.height))
        if plan.furniture != nil { _ = random.next() }
        if covering != .none { _ = random.next() }
        if covering == .sector { _ = random.next() }
        let truth = plan.study.truth
        var facts = DICOMDescription(
            patientID: truth.patient, patientName: truth.patientName,
            studyInstanceUID: truth.studyInstanceUID, seriesInstanceUID: random.uid(),
            sopInstanceUID: random.uid(), studyDate: truth.date.replacing("-", with: ""), kind: plan.kind,
            hasBurnedInAnnotation: plan.furniture != nil && covering != .surroundings)
        let start = Self.opening + Int(plan.study.seed % Self.openMinutes)
        (facts.studyTime, facts.contentTime) = (Self.time(start), Self.time(start + plan.number))
        (facts.accessionNumber, facts.studyID) = (truth.study, truth.study)
        facts.studyDescription = "Simulated echocardiogram"
        facts.seriesDescription = plan.name + ", simulated"
        (facts.seriesNumber, facts.instanceNumber) = (plan.number, 1)
        (facts.manufacturer, facts.manufacturerModelName) = ("EchoSeek phantom", truth.site)
        facts.institutionName = "Simulated laboratory \(truth.site)"
        facts.softwareVersions = PhantomNotice.generator
        facts.heartRate = Int(truth.findings.heartRate.rounded())
        return facts
    }

    /// The made-up laboratory's hours, in minutes.
    private static let opening = 8 * 60
    private static let openMinutes: UInt64 = 480

    /// `HHMMSS` of a minute of the day.
    private static func time(_ minutes: Int) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return padded(minutes / 60) + padded(minutes % 60) + "00"
    }
}

extension Frame {
    /// Whether every pixel has three equal channels.
    var isGray: Bool {
        pixels.withUnsafeBufferPointer { bytes in
            stride(from: 0, to: bytes.count, by: 3).allSatisfy {
                bytes[$0] == bytes[$0 + 1] && bytes[$0] == bytes[$0 + 2]
            }
        }
    }
}
