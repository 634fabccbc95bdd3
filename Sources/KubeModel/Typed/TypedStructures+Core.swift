extension TypedStructures {
    /// The structures of the package "core".
    static let core = """
        AWSElasticBlockStoreVolumeSource: volumeID!s fsType=s partition=i readOnly=b
        Affinity: nodeAffinity?NodeAffinity podAffinity?PodAffinity podAntiAffinity?PodAntiAffinity
        AppArmorProfile: type!s:AppArmorProfileType localhostProfile?s
        AttachedVolume: name!s:UniqueVolumeName devicePath!s
        AzureDiskVolumeSource: diskName!s diskURI!s cachingMode?s:AzureDataDiskCachingMode fsType?s readOnly?b
          kind?s:AzureDataDiskKind
        AzureFileVolumeSource: secretName!s shareName!s readOnly=b
        CSIVolumeSource: driver!s readOnly?b fsType?s volumeAttributes={s nodePublishSecretRef?LocalObjectReference
        Capabilities: add=[s:Capability drop=[s:Capability
        CephFSVolumeSource: monitors![s path=s user=s secretFile=s secretRef?LocalObjectReference readOnly=b
        CinderVolumeSource: volumeID!s fsType=s readOnly=b secretRef?LocalObjectReference
        ClientIPConfig: timeoutSeconds?i
        ClusterTrustBundleProjection: name?s signerName?s labelSelector?meta.LabelSelector optional?b path!s
        ConfigMapEnvSource: name=s optional?b
        ConfigMapKeySelector: name=s key!s optional?b
        ConfigMapNodeConfigSource: namespace!s name!s uid=s:types.UID resourceVersion=s kubeletConfigKey!s
        ConfigMapProjection: name=s items=[KeyToPath optional?b
        ConfigMapVolumeSource: name=s items=[KeyToPath defaultMode?i optional?b
        Container: name!s image=s command=[s args=[s workingDir=s ports=[ContainerPort envFrom=[EnvFromSource
          env=[EnvVar resources!ResourceRequirements resizePolicy=[ContainerResizePolicy
          restartPolicy?s:ContainerRestartPolicy restartPolicyRules=[ContainerRestartRule volumeMounts=[VolumeMount
          volumeDevices=[VolumeDevice livenessProbe?Probe readinessProbe?Probe startupProbe?Probe
          lifecycle?Lifecycle terminationMessagePath=s terminationMessagePolicy=s:TerminationMessagePolicy
          imagePullPolicy=s:PullPolicy securityContext?SecurityContext stdin=b stdinOnce=b tty=b
        ContainerExtendedResourceRequest: containerName!s resourceName!s requestName!s
        ContainerImage: names![s sizeBytes=l
        ContainerPort: name=s hostPort=i containerPort!i protocol=s:Protocol hostIP=s
        ContainerResizePolicy: resourceName!s:ResourceName restartPolicy!s:ResourceResizeRestartPolicy
        ContainerRestartRule: action=s:ContainerRestartRuleAction exitCodes?ContainerRestartRuleOnExitCodes
        ContainerRestartRuleOnExitCodes: operator=s:ContainerRestartRuleOnExitCodesOperator values=[i
        ContainerState: waiting?ContainerStateWaiting running?ContainerStateRunning
          terminated?ContainerStateTerminated
        ContainerStateRunning: startedAt!t
        ContainerStateTerminated: exitCode!i signal=i reason=s message=s startedAt!t finishedAt!t containerID=s
        ContainerStateWaiting: reason=s message=s
        ContainerStatus: name!s state!ContainerState lastState!ContainerState ready!b restartCount!i image!s
          imageID!s containerID=s started?b allocatedResources={q resources?ResourceRequirements
          volumeMounts=[VolumeMountStatus user?ContainerUser allocatedResourcesStatus=[ResourceStatus
          stopSignal?s:Signal
        ContainerUser: linux?LinuxContainerUser
        DaemonEndpoint: Port!i
        DownwardAPIProjection: items=[DownwardAPIVolumeFile
        DownwardAPIVolumeFile: path!s fieldRef?ObjectFieldSelector resourceFieldRef?ResourceFieldSelector mode?i
        DownwardAPIVolumeSource: items=[DownwardAPIVolumeFile defaultMode?i
        EmptyDirVolumeSource: medium=s:StorageMedium sizeLimit?q
        EnvFromSource: prefix=s configMapRef?ConfigMapEnvSource secretRef?SecretEnvSource
        EnvVar: name!s value=s valueFrom?EnvVarSource
        EnvVarSource: fieldRef?ObjectFieldSelector resourceFieldRef?ResourceFieldSelector
          configMapKeyRef?ConfigMapKeySelector secretKeyRef?SecretKeySelector fileKeyRef?FileKeySelector
        EphemeralContainer: name!s image=s command=[s args=[s workingDir=s ports=[ContainerPort
          envFrom=[EnvFromSource env=[EnvVar resources!ResourceRequirements resizePolicy=[ContainerResizePolicy
          restartPolicy?s:ContainerRestartPolicy restartPolicyRules=[ContainerRestartRule volumeMounts=[VolumeMount
          volumeDevices=[VolumeDevice livenessProbe?Probe readinessProbe?Probe startupProbe?Probe
          lifecycle?Lifecycle terminationMessagePath=s terminationMessagePolicy=s:TerminationMessagePolicy
          imagePullPolicy=s:PullPolicy securityContext?SecurityContext stdin=b stdinOnce=b tty=b
          targetContainerName=s
        EphemeralVolumeSource: volumeClaimTemplate?PersistentVolumeClaimTemplate
        ExecAction: command=[s
        FCVolumeSource: targetWWNs=[s lun?i fsType=s readOnly=b wwids=[s
        FileKeySelector: volumeName!s path!s key!s optional?b
        FlexVolumeSource: driver!s fsType=s secretRef?LocalObjectReference readOnly=b options={s
        FlockerVolumeSource: datasetName=s datasetUUID=s
        GCEPersistentDiskVolumeSource: pdName!s fsType=s partition=i readOnly=b
        GRPCAction: port!i service*s
        GitRepoVolumeSource: repository!s revision=s directory=s
        GlusterfsVolumeSource: endpoints!s path!s readOnly=b
        HTTPGetAction: path=s port!x host=s scheme=s:URIScheme httpHeaders=[HTTPHeader
        HTTPHeader: name!s value!s
        HostAlias: ip!s hostnames=[s
        HostIP: ip!s
        HostPathVolumeSource: path!s type?s:HostPathType
        ISCSIVolumeSource: targetPortal!s iqn!s lun!i iscsiInterface=s fsType=s readOnly=b portals=[s
          chapAuthDiscovery=b chapAuthSession=b secretRef?LocalObjectReference initiatorName?s
        ImageVolumeSource: reference=s pullPolicy=s:PullPolicy
        ImageVolumeStatus: imageRef=s
        KeyToPath: key!s path!s mode?i
        Lifecycle: postStart?LifecycleHandler preStop?LifecycleHandler stopSignal?s:Signal
        LifecycleHandler: exec?ExecAction httpGet?HTTPGetAction tcpSocket?TCPSocketAction sleep?SleepAction
        LinuxContainerUser: uid!l gid!l supplementalGroups=[l
        LoadBalancerIngress: ip=s hostname=s ipMode?s:LoadBalancerIPMode ports=[PortStatus
        LoadBalancerStatus: ingress=[LoadBalancerIngress
        LocalObjectReference: name=s
        ModifyVolumeStatus: targetVolumeAttributesClassName=s status!s:PersistentVolumeClaimModifyVolumeStatus
        NFSVolumeSource: server!s path!s readOnly=b
        Node: kind=s apiVersion=s metadata!meta.ObjectMeta spec!NodeSpec status!NodeStatus
        NodeAddress: type!s:NodeAddressType address!s
        NodeAffinity: requiredDuringSchedulingIgnoredDuringExecution?NodeSelector
          preferredDuringSchedulingIgnoredDuringExecution=[PreferredSchedulingTerm
        NodeAllocatableResourceClaimStatus: resourceClaimName!s containers=[s resources!{q
        NodeCondition: type!s:NodeConditionType status!s:ConditionStatus lastHeartbeatTime!t lastTransitionTime!t
          reason=s message=s
        NodeConfigSource: configMap?ConfigMapNodeConfigSource
        NodeConfigStatus: assigned?NodeConfigSource active?NodeConfigSource lastKnownGood?NodeConfigSource error=s
        NodeDaemonEndpoints: kubeletEndpoint!DaemonEndpoint
        NodeFeatures: supplementalGroupsPolicy?b
        NodeRuntimeHandler: name!s features?NodeRuntimeHandlerFeatures
        NodeRuntimeHandlerFeatures: recursiveReadOnlyMounts?b userNamespaces?b
        NodeSelector: nodeSelectorTerms![NodeSelectorTerm
        NodeSelectorRequirement: key!s operator!s:NodeSelectorOperator values=[s
        NodeSelectorTerm: matchExpressions=[NodeSelectorRequirement matchFields=[NodeSelectorRequirement
        NodeSpec: podCIDR=s podCIDRs=[s providerID=s unschedulable=b taints=[Taint configSource?NodeConfigSource
          externalID=s
        NodeStatus: capacity={q allocatable={q phase=s:NodePhase conditions=[NodeCondition addresses=[NodeAddress
          daemonEndpoints!NodeDaemonEndpoints nodeInfo!NodeSystemInfo images=[ContainerImage
          volumesInUse=[s:UniqueVolumeName volumesAttached=[AttachedVolume config?NodeConfigStatus
          runtimeHandlers=[NodeRuntimeHandler features?NodeFeatures declaredFeatures=[s
        NodeSwapStatus: capacity?l
        NodeSystemInfo: machineID!s systemUUID!s bootID!s kernelVersion!s osImage!s containerRuntimeVersion!s
          kubeletVersion!s kubeProxyVersion!s operatingSystem!s architecture!s swap?NodeSwapStatus
        ObjectFieldSelector: apiVersion=s fieldPath!s
        ObjectReference: kind=s namespace=s name=s uid=s:types.UID apiVersion=s resourceVersion=s fieldPath=s
        PersistentVolumeClaim: kind=s apiVersion=s metadata!meta.ObjectMeta spec!PersistentVolumeClaimSpec
          status!PersistentVolumeClaimStatus
        PersistentVolumeClaimCondition: type!s:PersistentVolumeClaimConditionType status!s:ConditionStatus
          lastProbeTime!t lastTransitionTime!t reason=s message=s
        PersistentVolumeClaimSpec: accessModes=[s:PersistentVolumeAccessMode selector?meta.LabelSelector
          resources!VolumeResourceRequirements volumeName=s storageClassName?s volumeMode?s:PersistentVolumeMode
          dataSource?TypedLocalObjectReference dataSourceRef?TypedObjectReference volumeAttributesClassName?s
        PersistentVolumeClaimStatus: phase=s:PersistentVolumeClaimPhase accessModes=[s:PersistentVolumeAccessMode
          capacity={q conditions=[PersistentVolumeClaimCondition allocatedResources={q
          allocatedResourceStatuses={s:ClaimResourceStatus currentVolumeAttributesClassName?s
          modifyVolumeStatus?ModifyVolumeStatus
        PersistentVolumeClaimTemplate: metadata!meta.ObjectMeta spec!PersistentVolumeClaimSpec
        PersistentVolumeClaimVolumeSource: claimName!s readOnly=b
        PhotonPersistentDiskVolumeSource: pdID!s fsType=s
        Pod: kind=s apiVersion=s metadata!meta.ObjectMeta spec!PodSpec status!PodStatus
        PodAffinity: requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm
          preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm
        PodAffinityTerm: labelSelector?meta.LabelSelector namespaces=[s topologyKey!s
          namespaceSelector?meta.LabelSelector matchLabelKeys=[s mismatchLabelKeys=[s
        PodAntiAffinity: requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm
          preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm
        PodCertificateProjection: signerName=s keyType=s maxExpirationSeconds?i credentialBundlePath=s keyPath=s
          certificateChainPath=s userAnnotations={s
        PodCondition: type!s:PodConditionType observedGeneration=l status!s:ConditionStatus lastProbeTime!t
          lastTransitionTime!t reason=s message=s
        PodDNSConfig: nameservers=[s searches=[s options=[PodDNSConfigOption
        PodDNSConfigOption: name=s value?s
        PodExtendedResourceClaimStatus: requestMappings![ContainerExtendedResourceRequest resourceClaimName!s
        PodIP: ip!s
        PodOS: name!s:OSName
        PodReadinessGate: conditionType!s:PodConditionType
        PodResourceClaim: name!s resourceClaimName?s resourceClaimTemplateName?s
        PodResourceClaimStatus: name!s resourceClaimName?s
        PodSchedulingGate: name!s
        PodSchedulingGroup: podGroupName?s
        PodSecurityContext: seLinuxOptions?SELinuxOptions windowsOptions?WindowsSecurityContextOptions runAsUser?l
          runAsGroup?l runAsNonRoot?b supplementalGroups=[l supplementalGroupsPolicy?s:SupplementalGroupsPolicy
          fsGroup?l sysctls=[Sysctl fsGroupChangePolicy?s:PodFSGroupChangePolicy seccompProfile?SeccompProfile
          appArmorProfile?AppArmorProfile seLinuxChangePolicy?s:PodSELinuxChangePolicy
        PodSpec: volumes=[Volume initContainers=[Container containers![Container
          ephemeralContainers=[EphemeralContainer restartPolicy=s:RestartPolicy terminationGracePeriodSeconds?l
          activeDeadlineSeconds?l dnsPolicy=s:DNSPolicy nodeSelector={s serviceAccountName=s serviceAccount=s
          automountServiceAccountToken?b nodeName=s hostNetwork=b hostPID=b hostIPC=b shareProcessNamespace?b
          securityContext?PodSecurityContext imagePullSecrets=[LocalObjectReference hostname=s subdomain=s
          affinity?Affinity schedulerName=s tolerations=[Toleration hostAliases=[HostAlias priorityClassName=s
          priority?i dnsConfig?PodDNSConfig readinessGates=[PodReadinessGate runtimeClassName?s enableServiceLinks?b
          preemptionPolicy?s:PreemptionPolicy overhead={q topologySpreadConstraints=[TopologySpreadConstraint
          setHostnameAsFQDN?b os?PodOS hostUsers?b schedulingGates=[PodSchedulingGate
          resourceClaims=[PodResourceClaim resources?ResourceRequirements hostnameOverride?s
          schedulingGroup?PodSchedulingGroup
        PodStatus: observedGeneration=l phase=s:PodPhase conditions=[PodCondition message=s reason=s
          nominatedNodeName=s hostIP=s hostIPs=[HostIP podIP=s podIPs=[PodIP startTime?t
          initContainerStatuses=[ContainerStatus containerStatuses=[ContainerStatus qosClass=s:PodQOSClass
          ephemeralContainerStatuses=[ContainerStatus resize=s:PodResizeStatus
          resourceClaimStatuses=[PodResourceClaimStatus extendedResourceClaimStatus?PodExtendedResourceClaimStatus
          allocatedResources={q resources?ResourceRequirements
          nodeAllocatableResourceClaimStatuses=[NodeAllocatableResourceClaimStatus
        PodTemplateSpec: metadata!meta.ObjectMeta spec!PodSpec
        PortStatus: port!i protocol!s:Protocol error?s
        PortworxVolumeSource: volumeID!s fsType=s readOnly=b
        PreferredSchedulingTerm: weight!i preference!NodeSelectorTerm
        Probe: exec?ExecAction httpGet?HTTPGetAction tcpSocket?TCPSocketAction grpc?GRPCAction initialDelaySeconds=i
          timeoutSeconds=i periodSeconds=i successThreshold=i failureThreshold=i terminationGracePeriodSeconds?l
        ProjectedVolumeSource: sources![VolumeProjection defaultMode?i
        QuobyteVolumeSource: registry!s volume!s readOnly=b user=s group=s tenant=s
        RBDVolumeSource: monitors![s image!s fsType=s pool=s user=s keyring=s secretRef?LocalObjectReference
          readOnly=b
        ReplicationController: kind=s apiVersion=s metadata!meta.ObjectMeta spec!ReplicationControllerSpec
          status!ReplicationControllerStatus
        ReplicationControllerCondition: type!s:ReplicationControllerConditionType status!s:ConditionStatus
          lastTransitionTime!t reason=s message=s
        ReplicationControllerSpec: replicas?i minReadySeconds=i selector={s template?PodTemplateSpec
        ReplicationControllerStatus: replicas!i fullyLabeledReplicas=i readyReplicas=i availableReplicas=i
          observedGeneration=l conditions=[ReplicationControllerCondition
        ResourceClaim: name!s request=s
        ResourceFieldSelector: containerName=s resource!s divisor!q
        ResourceHealth: resourceID!s:ResourceID health=s:ResourceHealthStatus message?s
        ResourceRequirements: limits={q requests={q claims=[ResourceClaim
        ResourceStatus: name!s:ResourceName resources=[ResourceHealth
        SELinuxOptions: user=s role=s type=s level=s
        ScaleIOVolumeSource: gateway!s system!s secretRef*LocalObjectReference sslEnabled=b protectionDomain=s
          storagePool=s storageMode=s volumeName=s fsType=s readOnly=b
        SeccompProfile: type!s:SeccompProfileType localhostProfile?s
        SecretEnvSource: name=s optional?b
        SecretKeySelector: name=s key!s optional?b
        SecretProjection: name=s items=[KeyToPath optional?b
        SecretVolumeSource: secretName=s items=[KeyToPath defaultMode?i optional?b
        SecurityContext: capabilities?Capabilities privileged?b seLinuxOptions?SELinuxOptions
          windowsOptions?WindowsSecurityContextOptions runAsUser?l runAsGroup?l runAsNonRoot?b
          readOnlyRootFilesystem?b allowPrivilegeEscalation?b procMount?s:ProcMountType
          seccompProfile?SeccompProfile appArmorProfile?AppArmorProfile
        Service: kind=s apiVersion=s metadata!meta.ObjectMeta spec!ServiceSpec status!ServiceStatus
        ServiceAccountTokenProjection: audience=s expirationSeconds?l path!s
        ServicePort: name=s protocol=s:Protocol appProtocol?s port!i targetPort!x nodePort=i
        ServiceSpec: ports=[ServicePort selector={s clusterIP=s clusterIPs=[s type=s:ServiceType externalIPs=[s
          sessionAffinity=s:ServiceAffinity loadBalancerIP=s loadBalancerSourceRanges=[s externalName=s
          externalTrafficPolicy=s:ServiceExternalTrafficPolicy healthCheckNodePort=i publishNotReadyAddresses=b
          sessionAffinityConfig?SessionAffinityConfig ipFamilies=[s:IPFamily ipFamilyPolicy?s:IPFamilyPolicy
          allocateLoadBalancerNodePorts?b loadBalancerClass?s internalTrafficPolicy?s:ServiceInternalTrafficPolicy
          trafficDistribution?s
        ServiceStatus: loadBalancer!LoadBalancerStatus conditions=[meta.Condition
        SessionAffinityConfig: clientIP?ClientIPConfig
        SleepAction: seconds!l
        StorageOSVolumeSource: volumeName=s volumeNamespace=s fsType=s readOnly=b secretRef?LocalObjectReference
        Sysctl: name!s value!s
        TCPSocketAction: port!x host=s
        Taint: key!s value=s effect!s:TaintEffect timeAdded?t
        Toleration: key=s operator=s:TolerationOperator value=s effect=s:TaintEffect tolerationSeconds?l
        TopologySpreadConstraint: maxSkew!i topologyKey!s whenUnsatisfiable!s:UnsatisfiableConstraintAction
          labelSelector?meta.LabelSelector minDomains?i nodeAffinityPolicy?s:NodeInclusionPolicy
          nodeTaintsPolicy?s:NodeInclusionPolicy matchLabelKeys=[s
        TypedLocalObjectReference: apiGroup*s kind!s name!s
        TypedObjectReference: apiGroup*s kind!s name!s namespace?s
        Volume: name!s hostPath?HostPathVolumeSource emptyDir?EmptyDirVolumeSource
          gcePersistentDisk?GCEPersistentDiskVolumeSource awsElasticBlockStore?AWSElasticBlockStoreVolumeSource
          gitRepo?GitRepoVolumeSource secret?SecretVolumeSource nfs?NFSVolumeSource iscsi?ISCSIVolumeSource
          glusterfs?GlusterfsVolumeSource persistentVolumeClaim?PersistentVolumeClaimVolumeSource
          rbd?RBDVolumeSource flexVolume?FlexVolumeSource cinder?CinderVolumeSource cephfs?CephFSVolumeSource
          flocker?FlockerVolumeSource downwardAPI?DownwardAPIVolumeSource fc?FCVolumeSource
          azureFile?AzureFileVolumeSource configMap?ConfigMapVolumeSource
          vsphereVolume?VsphereVirtualDiskVolumeSource quobyte?QuobyteVolumeSource azureDisk?AzureDiskVolumeSource
          photonPersistentDisk?PhotonPersistentDiskVolumeSource projected?ProjectedVolumeSource
          portworxVolume?PortworxVolumeSource scaleIO?ScaleIOVolumeSource storageos?StorageOSVolumeSource
          csi?CSIVolumeSource ephemeral?EphemeralVolumeSource image?ImageVolumeSource
        VolumeDevice: name!s devicePath!s
        VolumeMount: name!s readOnly=b recursiveReadOnly?s:RecursiveReadOnlyMode mountPath!s subPath=s
          mountPropagation?s:MountPropagationMode subPathExpr=s
        VolumeMountStatus: name!s mountPath!s readOnly=b recursiveReadOnly?s:RecursiveReadOnlyMode
          volumeStatus?VolumeStatus
        VolumeProjection: secret?SecretProjection downwardAPI?DownwardAPIProjection configMap?ConfigMapProjection
          serviceAccountToken?ServiceAccountTokenProjection clusterTrustBundle?ClusterTrustBundleProjection
          podCertificate?PodCertificateProjection
        VolumeResourceRequirements: limits={q requests={q
        VolumeStatus: image?ImageVolumeStatus
        VsphereVirtualDiskVolumeSource: volumePath!s fsType=s storagePolicyName=s storagePolicyID=s
        WeightedPodAffinityTerm: weight!i podAffinityTerm!PodAffinityTerm
        WindowsSecurityContextOptions: gmsaCredentialSpecName?s gmsaCredentialSpec?s runAsUserName?s hostProcess?b
        """
}
