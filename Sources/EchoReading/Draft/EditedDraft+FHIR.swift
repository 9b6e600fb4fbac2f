import EchoCore
public import Foundation

extension EditedDraft {
    /// The draft as a FHIR R4 DiagnosticReport of status `partial`, with its origin contained.
    ///
    /// - Parameter time: when it was made.
    /// - Throws: ``ReadingError/notEncodable``.
    public func fhir(of study: FHIRStudy, at time: Date) throws(ReadingError) -> Data {
        let issued = time.ISO8601Format()
        let report = FHIRReport(
            text: FHIRReport.Narrative(div: narrative), contained: origin(at: issued),
            status: draft.status.rawValue,
            category: [
                FHIRReport.Concept(
                    coding: [
                        FHIRReport.Coding(
                            system: "http://terminology.hl7.org/CodeSystem/v2-0074", code: "CUS",
                            display: "Cardiac Ultrasound")
                    ], text: "Cardiac ultrasound")
            ],
            code: FHIRReport.Concept(text: "Echocardiography, draft not reviewed by a physician"),
            subject: study.patient.map {
                FHIRReport.Reference(identifier: FHIRReport.Identifier(value: $0))
            },
            effectiveDateTime: study.date, issued: issued,
            imagingStudy: study.studyInstanceUID.map { uid in
                [
                    FHIRReport.Reference(
                        identifier: FHIRReport.Identifier(system: "urn:dicom:uid", value: "urn:oid:\(uid)"))
                ]
            },
            conclusion: "\(draft.banner). \(draft.notice)",
            presentedForm: [
                FHIRReport.Attachment(
                    contentType: "text/plain; charset=utf-8", data: Data(text.utf8), title: draft.banner)
            ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return try encoder.encode(report) } catch { throw .notEncodable }
    }

    /// The program as a device, and that it made the report.
    private func origin(at issued: String) -> [FHIRReport.Contained] {
        let context = draft.context
        var device = FHIRReport.Contained(resourceType: "Device", id: "model")
        device.deviceName = [FHIRReport.DeviceName(name: "EchoSeek, model \(context.model)")]
        device.version = [FHIRReport.Version(value: context.fingerprint)]
        device.note = [draft.notice, context.modelNotice].compactMap { $0 }.map { FHIRReport.Note(text: $0) }
        var origin = FHIRReport.Contained(resourceType: "Provenance", id: "origin")
        origin.target = [FHIRReport.Reference(reference: "#")]
        origin.recorded = issued
        origin.agent = [FHIRReport.Agent(who: FHIRReport.Reference(reference: "#model"))]
        return [device, origin]
    }

    /// The text as XHTML, every mark of it made plain.
    private var narrative: String {
        let plain = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
        return "<div xmlns=\"http://www.w3.org/1999/xhtml\"><pre>\(plain)</pre></div>"
    }
}
