internal import EchoCore
internal import Foundation
internal import GRDB

/// Writes one embedded clip with its patient, study, series, frames and vectors.
struct ClipWriter {
    let db: Database
    let new: NewClip
    let id: ClipID
    let study: StudyID

    init(_ db: Database, _ new: NewClip) {
        self.db = db
        self.new = new
        id = ClipID(content: new.contentHash)
        study = new.identity.study(for: new.contentHash)
    }

    /// Writes all of a clip that is not there yet.
    ///
    /// - Returns: whether it names another patient than its study had.
    func writeClip() throws -> Bool {
        let hasOtherPatient = try writeStudy()
        let series = try writeSeries()
        try writeRow(series: series)
        let times = new.clip.frameTimes.withUnsafeBytes { Data($0) }
        try SealedRow(.frames, [id.text, try JSONText.encode(new.framesUsed), times]).write(db)
        try db.execute(
            sql: """
                DELETE FROM left_out WHERE state <> 'duplicate'
                AND (content_hash = ? OR (path = ? AND content_hash = ''))
                """, arguments: [new.contentHash.hex, new.path])
        return hasOtherPatient
    }

    /// Writes its vectors in one space.
    func writeVectors(_ vectors: NewClipVectors) throws {
        let slot = vectors.space.slot
        let row = SealedRow(.clipVectors, [slot.rawValue, id.text, VectorBytes.pack([vectors.clip])])
        try row.write(db)
        let frames = VectorBytes.pack(vectors.frames)
        try SealedRow(.frameVectors, [slot.rawValue, id.text, frames]).write(db)
        try VectorState.update(db, slot, .clip) { $0.add(row.checksum) }
    }

    /// What is known of a study grows and never changes: the first to say something is believed.
    private func writeStudy() throws -> Bool {
        let facts = new.identity
        let patient = try writePatient()
        let old = try SealedRow.one(db, .studies, study.text)
        let oldPatient: String? = try old?.find("patient")
        let isOther = oldPatient != nil && patient != nil && oldPatient != patient?.text
        let hadOther = try old?.get("has_other_patient", as: Bool.self) ?? false
        let merged = SealedRow(
            .studies,
            [
                study.text, try old?.find("study_key", as: String.self) ?? facts.studyKey,
                oldPatient ?? patient?.text, try old?.find("date", as: String.self) ?? facts.date?.digits,
                try old?.find("time", as: String.self) ?? facts.time,
                try old?.find("accession", as: String.self) ?? facts.accessionNumber,
                try old?.find("site", as: String.self) ?? facts.site, hadOther || isOther,
            ])
        if merged.values != old?.values { try merged.write(db) }
        if isOther, let patient { try StudyCleanup.removePatientIfOrphan(db, patient.text) }
        return isOther
    }

    private func writePatient() throws -> PatientID? {
        guard let key = new.identity.patient else { return nil }
        let patient = PatientID(key: key)
        if try SealedRow.one(db, .patients, patient.text) == nil {
            try SealedRow(.patients, [patient.text, key.identifier, key.issuer]).write(db)
        }
        return patient
    }

    /// A series belongs to one study: where two studies name the same series, each has its own.
    private func writeSeries() throws -> SeriesID? {
        guard let key = new.identity.seriesKey else { return nil }
        let series = SeriesID(key: "\(study)\u{0}\(key)")
        if try SealedRow.one(db, .series, series.text) == nil {
            try SealedRow(.series, [series.text, study.text, key]).write(db)
        }
        return series
    }

    private func writeRow(series: SeriesID?) throws {
        let (clip, dicom) = (new.clip, new.clip.dicom)
        let values: [(any DatabaseValueConvertible)?] = [
            id.text, study.text, series?.text, new.path, new.contentHash.hex, new.byteCount,
            dicom?.sopInstanceUID, new.view, new.classed.kind.rawValue, new.classed.reason,
            new.leftOutReason, try JSONText.encode(new.labels), clip.container, clip.codec,
            clip.size.width, clip.size.height, clip.frameCount, new.mask?.method, new.mask?.coverage,
            dicom?.manufacturer, dicom?.manufacturerModelName, dicom?.heartRate,
            try JSONText.encode(dicom?.regions ?? []),
        ]
        try SealedRow(.clips, values).write(db)
    }
}
