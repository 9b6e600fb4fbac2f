import EchoDecode
import EchoTesting
import Testing

@Suite("Structured reports") struct DICOMReportTests {
    @Test("reads the content tree in order, in UTF-8")
    func readsTree() throws {
        let report = try StructuredReport(path: Fixtures.made("dicom/report.dcm"))
        #expect(
            report.text == """
                Echocardiography Report:
                Findings:
                The left ventricle is normal in size.
                Ejection fraction: 55 percent
                Rhythm: Sinus
                Tracé normal.
                No change.
                """)
        #expect(report.studyInstanceUID == "1.2.826.0.1.3680043.10.1.2")
    }

    @Test("refuses an image by its class's name")
    func refusesImage() throws {
        #expect(throws: DecodeError.notAReport(sopClass: "Ultrasound Multi-frame Image Storage")) {
            try StructuredReport(path: Fixtures.made("dicom/rgb-odd-explicit.dcm"))
        }
    }

    @Test("is itself refused as a clip, by its class's name")
    func isNoClip() throws {
        #expect(throws: DecodeError.notAnImage(sopClass: "Basic Text SR Storage")) {
            try DICOMSource(path: Fixtures.made("dicom/report.dcm"), limits: .standard)
        }
    }
}
