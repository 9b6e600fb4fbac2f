internal import EchoCore

extension Estimate {
    /// How several clips become one number by a readout.
    public static let motionPooling = "The mean of the clips' own readouts; each clip counts the same."

    /// Reads a number off how a study's clips move.
    ///
    /// - Parameters:
    ///   - readout: fitted to the model that made the vectors.
    ///   - model: that model's name, for the provenance.
    ///   - study: its clips; other kinds than B-mode, other views than the readout's and clips of too few frames
    ///     are left out and listed.
    /// - Returns: an estimate, or an abstention where no clip can be used.
    /// - Throws: as ``MotionReadout/value(frames:)``.
    /// - Complexity: O(frames · dimension + clips · weights).
    public init(
        _ readout: MotionReadout, of model: String, study: StudyVectors
    ) throws(ReadingError) {
        let selection = ClipSelection(study, kinds: [.bMode], views: readout.views, needsFrames: true)
        var clips: [ClipEstimate] = []
        var leftOut = selection.leftOut
        for clip in selection.used {
            guard clip.frames.count >= readout.leastFrames else {
                let reason = "the clip has \(clip.frames.count) frames; \(readout.leastFrames) are needed"
                leftOut.append(ExcludedClip(clip: clip.clip, reason: reason))
                continue
            }
            clips.append(
                ClipEstimate(
                    clip: clip.clip, view: clip.view, value: try readout.value(frames: clip.frames),
                    frames: clip.frames.count))
        }
        let sum = clips.reduce(0.0) { $0 + Double($1.value) }
        self.init(
            study: study.study, set: readout.name,
            value: clips.isEmpty ? nil : Float(sum / Double(clips.count)), unit: readout.unit,
            formula: .motion, frames: clips.reduce(0) { $0 + $1.frames }, perFrame: nil, clips: clips,
            leftOut: leftOut, abstention: clips.isEmpty ? Self.nothingMoves(readout, leftOut) : nil,
            rule: Self.motionPooling, provenance: "motion readout of \(model)", notice: Notice.notADiagnosis)
    }

    private static func nothingMoves(_ readout: MotionReadout, _ leftOut: [ExcludedClip]) -> Abstention {
        Abstention(
            code: .noUsableClip,
            reason: "None of the study's \(leftOut.count) clips can be used: at least 1 B-mode clip of "
                + (readout.views.isEmpty ? "any view" : readout.views.joined(separator: ", "))
                + " with \(readout.leastFrames) frames is needed.")
    }
}
