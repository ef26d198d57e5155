# JupyterLab with the tutorials:  docker build -t sequential . && docker run --rm -p 8888:8888 sequential
# Binder (mybinder.org) builds this file too.
FROM debian:bookworm

RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven python3 python3-venv libgomp1 fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*

ARG NB_USER=learner
ARG NB_UID=1000
ENV USER=${NB_USER} HOME=/home/${NB_USER} LANG=C.UTF-8
RUN useradd --create-home --uid ${NB_UID} ${NB_USER}
COPY --chown=${NB_UID} . ${HOME}/sequential
USER ${NB_USER}
WORKDIR ${HOME}/sequential

# The first call sets everything up; the script also shows that training works.
RUN ./sequential run notebooks/quickstart.jsh -- 1

# So that Binder finds Jupyter, and Jupyter finds the kernel.
ENV PATH=${HOME}/sequential/.sequential/python/bin:${PATH}
EXPOSE 8888
CMD ["./sequential", "lab", "notebooks/quickstart.ipynb", "--no-browser", "--ip", "0.0.0.0"]
