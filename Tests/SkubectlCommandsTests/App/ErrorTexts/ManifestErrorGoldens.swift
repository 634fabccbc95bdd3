/// Manifests named t.yaml and what kubectl 1.36 says of them, recorded with `kubectl label --local`.
enum ManifestErrorGoldens {
    static let all: [(String, String)] = [
        (
            "a\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go value of type unstructured.detector\n"
        ),
        (
            "[1]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal array into Go value of type unstructured.detector\n"
        ),
        (
            "5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go value of type unstructured.detector\n"
        ),
        (
            "true\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal bool into Go value of type unstructured.detector\n"
        ),
        (
            "1.5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go value of type unstructured.detector\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: 5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: true\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.name of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: [a]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal array into Go struct field ObjectMeta.metadata.name of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {a: b}\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal object into Go struct field ObjectMeta.metadata.name of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    a: true\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: [a]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal array into Go struct field ObjectMeta.metadata.labels of type map[string]string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    a: {b: c}\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal object into Go struct field ObjectMeta.metadata.labels of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field ObjectMeta.metadata.labels of type map[string]string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  annotations:\n    a: 1\n    b: true\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.annotations of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generation: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field ObjectMeta.metadata.generation of type int64\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generation: 1.5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number 1.5 into Go struct field ObjectMeta.metadata.generation of type int64\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generation: 1e30\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number 1e+30 into Go struct field ObjectMeta.metadata.generation of type int64\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  uid: 5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.uid of type types.UID\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.creationTimestamp of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: x\n",
            "error: unable to decode \"t.yaml\": parsing time \"x\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"x\" as \"2006\"\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: {}\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal object into Go struct field ObjectMeta.metadata.creationTimestamp of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-01-01\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-01-01\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: ''\n",
            "error: unable to decode \"t.yaml\": parsing time \"\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"2006\"\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-13-01T00:00:00Z\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-13-01T00:00:00Z\": month out of range\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-02-30T00:00:00Z\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-02-30T00:00:00Z\": day out of range\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-02-20T25:00:00Z\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-02-20T25:00:00Z\": hour out of range\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-02-20T20:00:00\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-02-20T20:00:00\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-02-20T20:00:00+1\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-02-20T20:00:00+1\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"+1\" as \"Z07:00\"\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-02-20T20:00:00Zx\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-02-20T20:00:00Zx\": extra text: \"x\"\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-2-20T20:00:00Z\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-2-20T20:00:00Z\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"2-20T20:00:00Z\" as \"01\"\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  creationTimestamp: 2020-02-20T20:00:61Z\n",
            "error: unable to decode \"t.yaml\": parsing time \"2020-02-20T20:00:61Z\": second out of range\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  finalizers: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field ObjectMeta.metadata.finalizers of type []string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  finalizers: [1]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.finalizers of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ownerReferences: [1]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.ownerReferences of type v1.OwnerReference\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ownerReferences: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field ObjectMeta.metadata.ownerReferences of type []v1.OwnerReference\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ownerReferences:\n  - name: 5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field OwnerReference.metadata.ownerReferences.name of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ownerReferences:\n  - controller: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field OwnerReference.metadata.ownerReferences.controller of type bool\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ownerReferences:\n  - uid: 1\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field OwnerReference.metadata.ownerReferences.uid of type types.UID\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  managedFields: [1]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.managedFields of type v1.ManagedFieldsEntry\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  managedFields:\n  - operation: 1\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ManagedFieldsEntry.metadata.managedFields.operation of type v1.ManagedFieldsOperationType\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  managedFields:\n  - time: 1\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ManagedFieldsEntry.metadata.managedFields.time of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  deletionGracePeriodSeconds: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field ObjectMeta.metadata.deletionGracePeriodSeconds of type int64\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    a: 1\n  name: 5\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string\n"
        ),
        (
            "apiVersion: 5\nkind: ConfigMap\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field metadataOnlyObject.TypeMeta.apiVersion of type string\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta\n"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nitems: {}\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal object into Go struct field decodeList.items of type []jsontext.Value\n"
        ),
        (
            "apiVersion: v1\nkind: List\nitems: [5]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go value of type map[string]interface {}\n"
        ),
        (
            "apiVersion: v1\nkind: List\nitems: [[]]\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal array into Go value of type map[string]interface {}\n"
        ),
        (
            "apiVersion: v1\nkind: List\nitems: x\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal string into Go struct field decodeList.items of type []jsontext.Value\n"
        ),
        (
            "apiVersion: v1\nkind: List\nitems: [{kind: List, apiVersion: v1, items: []}]\n",
            "error: *unstructured.Unstructured is not a list: no Items field in this object\n"
        ),
        (
            "apiVersion: v1\nkind: List\nitems: [{metadata: {}}]\n",
            "unable to get type info from the object \"*unstructured.Unstructured\": Object 'Kind' is missing in 'object has no kind field '\n"
        ),
        (
            "apiVersion: v1\nkind: List\nitems: [{kind: Pod}]\n",
            "unable to get type info from the object \"*unstructured.Unstructured\": Object 'apiVersion' is missing in 'object has no apiVersion field'\n"
        ),
        (
            "apiVersion: v1\nkind: List\nitems: [{apiVersion: a/b/c, kind: Pod}]\n",
            "unable to get type info from the object \"*unstructured.Unstructured\": Object 'Kind' is missing in 'object has no kind field '\n"
        ),
        (
            "apiVersion: v1\nitems: []\n",
            "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{\"apiVersion\":\"v1\",\"items\":[]}'\n"
        ),
        (
            "apiVersion: v1\nkind: List\nmetadata: 5\nitems: []\n",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta\n"
        ),
        (
            "apiVersion: v1\nkind: \"\"\n",
            "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{\"apiVersion\":\"v1\",\"kind\":\"\"}'\n"
        ),
        (
            "apiVersion: v1\nkind: 5\n",
            "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{\"apiVersion\":\"v1\",\"kind\":5}'\n"
        ),
        (
            "apiVersion: a/b/c\nkind: Pod\nmetadata: {name: x}\n",
            "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{\"apiVersion\":\"a/b/c\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"x\"}}'\n"
        ),
        (
            "apiVersion: v1\nmetadata: {\"name\":\"<a>&\\u2028\", z: 1, a: [1.0,1e3]}\n",
            "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{\"apiVersion\":\"v1\",\"metadata\":{\"a\":[1,1000],\"name\":\"\\u003ca\\u003e\\u0026\\u2028\",\"z\":1}}'\n"
        ),
        (
            "{ \"apiVersion\" : \"v1\",\n \"metadata\":{\"name\":\"<a>\"} }\n",
            "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{ \"apiVersion\" : \"v1\",\n \"metadata\":{\"name\":\"<a>\"} }'\n"
        ),
        (
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":5,\"labels\":{\"a\":1}}}",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string\n"
        ),
        ("--- foo\na: b\n", "error: error parsing t.yaml: invalid Yaml document separator: foo\n"),
        (
            "{\"a\":1,,\"b\":2}",
            "error: error parsing t.yaml: json: offset 8: invalid character ',' looking for beginning of object key string\n"
        ),
        ("{\"a\":1", "error: error parsing t.yaml: unexpected EOF\n"),
        (
            "{\"kind\":\"ConfigMap\"} x",
            "error: error parsing t.yaml: json: offset 22: invalid character 'x' looking for beginning of value\n"
        ),
        (
            "{\"kind\":\"ConfigMap\"}\n}\n",
            "error: error parsing t.yaml: json: offset 22: invalid character '}' looking for beginning of value\n"
        ),
        (
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"}}{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"}}x\n",
            "error: error parsing t.yaml: invalid character 'x' looking for beginning of value\n"
        ),
        (
            "{apiVersion: v1, kind: ConfigMap\n",
            "error: error parsing t.yaml: json: offset 2: invalid character 'a' looking for beginning of object key string\n"
        ),
        (
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"x\":1e999}",
            "error: unable to decode \"t.yaml\": json: cannot unmarshal number 1e999 into Go value of type float64\n"
        ),
        (
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"x\":\"\\x\"}",
            "error: error parsing t.yaml: json: offset 69: invalid escape sequence `\\x` in string\n"
        ),
        (
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"x\":\"\u{1}\"}",
            "error: error parsing t.yaml: json: offset 68: invalid character '\\x01' in string\n"
        ),
        ("{\"a\":tru}", "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{\"a\":\"tru\"}'\n"),
        ("{\"a\":1.}", "error: unable to decode \"t.yaml\": Object 'Kind' is missing in '{\"a\":1}'\n"),
        ("{\"a\" 1}", "error: error parsing t.yaml: json: offset 6: invalid character '1' after object key\n"),
        (
            "{a: b: c\n",
            "error: error parsing t.yaml: json: offset 2: invalid character 'a' looking for beginning of object key string\n"
        ),
        (
            "a: b: c\n",
            "error: error parsing t.yaml: error converting YAML to JSON: yaml: mapping values are not allowed in this context\n"
        ),
        (
            "{\"kind\":\"ConfigMap\"}\nfoo: bar: baz\n",
            "error: error parsing t.yaml: json: offset 23: invalid character 'o' in literal false (expecting 'a')\n"
        ),
        (
            "a: {{ x }}\n",
            "error: error parsing t.yaml: error converting YAML to JSON: yaml: invalid map key: map[interface {}]interface {}{\"x\":interface {}(nil)}\n"
        ),
    ]
}
